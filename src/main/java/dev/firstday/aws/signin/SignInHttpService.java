package dev.firstday.aws.signin;

import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * Sends the calls that the SDK makes by itself to get credentials: to STS, to Identity Center. The
 * SDK makes it by its name, so that what it goes by is there once in a process.
 */
public final class SignInHttpService implements SdkHttpService {
  private static final String SETTING = "software.amazon.awssdk.http.service.impl";

  private static final AtomicReference<NetworkSettings> CURRENT =
      new AtomicReference<>(NetworkSettings.NONE);

  /** From now on such calls go as the settings say. */
  public static void use(NetworkSettings settings) {
    CURRENT.set(settings);
    System.setProperty(SETTING, SignInHttpService.class.getName());
  }

  @Override
  public SdkHttpClient.Builder<?> createHttpClientBuilder() {
    return new Builder();
  }

  private static final class Builder implements SdkHttpClient.Builder<Builder> {
    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return new HttpClient(CURRENT.get());
    }
  }
}
