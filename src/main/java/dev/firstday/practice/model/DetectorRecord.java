package dev.firstday.practice.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.guardduty.model.DetectorFeatureConfigurationResult;
import software.amazon.awssdk.services.guardduty.model.FeatureStatus;

/** A Region's detector. */
public final class DetectorRecord {
  public boolean enabled = true;
  public Instant created;
  public Map<String, String> tags = Map.of();
  public final Map<String, DetectorFeatureConfigurationResult> features = new TreeMap<>();

  public DetectorRecord(Instant created) {
    this.created = created;
    // What a new detector has where nobody says anything.
    List.of("CLOUD_TRAIL", "DNS_LOGS", "FLOW_LOGS").forEach(name -> set(name, true, created));
    List.of(
            "S3_DATA_EVENTS",
            "EKS_AUDIT_LOGS",
            "EBS_MALWARE_PROTECTION",
            "RDS_LOGIN_EVENTS",
            "LAMBDA_NETWORK_LOGS",
            "AI_PROTECTION",
            "AI_ANALYST")
        .forEach(name -> set(name, true, created));
    set("RUNTIME_MONITORING", false, created);
  }

  public void set(String feature, boolean on, Instant at) {
    features.put(
        feature,
        DetectorFeatureConfigurationResult.builder()
            .name(feature)
            .status(on ? FeatureStatus.ENABLED : FeatureStatus.DISABLED)
            .updatedAt(at)
            .build());
  }
}
