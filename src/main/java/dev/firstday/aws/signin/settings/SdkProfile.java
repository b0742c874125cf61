package dev.firstday.aws.signin.settings;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.profiles.ProfileFile;

/** A profile in the form that the SDK's own reader takes, whatever it is called in the files. */
final class SdkProfile {
  private static final Pattern KEY = Pattern.compile("[a-z0-9_.-]+");

  private SdkProfile() {}

  static ProfileFile of(Map<String, String> properties) {
    String text =
        properties.entrySet().stream()
            .filter(property -> KEY.matcher(property.getKey()).matches())
            .filter(property -> property.getValue().lines().count() == 1)
            .map(property -> property.getKey() + " = " + property.getValue() + "\n")
            .collect(Collectors.joining("", "[" + AwsSettings.SDK_PROFILE + "]\n", ""));
    return ProfileFile.builder()
        .content(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .type(ProfileFile.Type.CONFIGURATION)
        .build();
  }
}
