package dev.firstday.aws;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.RequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.DefaultValueTrait;
import software.amazon.awssdk.core.traits.LocationTrait;

/** A request with an idempotency token, as no write of ours has one yet. */
public final class TokenRequest extends SdkRequest {
  private final String token;

  public TokenRequest(String token) {
    this.token = token;
  }

  @Override
  public List<SdkField<?>> sdkFields() {
    return List.of(
        SdkField.<String>builder(MarshallingType.STRING)
            .memberName("ClientToken")
            .getter(request -> ((TokenRequest) request).token)
            .traits(
                DefaultValueTrait.idempotencyToken(),
                LocationTrait.builder()
                    .location(MarshallLocation.PAYLOAD)
                    .locationName("clientToken")
                    .build())
            .build());
  }

  @Override
  public <T> Optional<T> getValueForField(String name, Class<T> type) {
    return Optional.ofNullable(token).map(type::cast);
  }

  @Override
  public Optional<? extends RequestOverrideConfiguration> overrideConfiguration() {
    return Optional.empty();
  }

  @Override
  public SdkRequest.Builder toBuilder() {
    throw new UnsupportedOperationException();
  }
}
