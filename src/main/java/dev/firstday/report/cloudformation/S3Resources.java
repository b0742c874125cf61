package dev.firstday.report.cloudformation;

import static dev.firstday.report.cloudformation.ResourceProperties.inner;
import static dev.firstday.report.cloudformation.ResourceProperties.list;
import static dev.firstday.report.cloudformation.ResourceProperties.map;
import static dev.firstday.report.cloudformation.ResourceProperties.parsed;
import static dev.firstday.report.cloudformation.ResourceProperties.pick;
import static dev.firstday.report.cloudformation.ResourceProperties.text;

import dev.firstday.report.cloudformation.CloudFormationResource.NestedProperties;
import dev.firstday.report.cloudformation.CloudFormationResource.Own;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The writes to Amazon S3 as resources. */
final class S3Resources {
  private S3Resources() {}

  static Own bucket(Map<String, Object> request) {
    Map<String, Object> properties = map("BucketName", request.get("Bucket"));
    Optional.ofNullable(request.get("ObjectOwnership"))
        .map(ownership -> map("Rules", List.of(map("ObjectOwnership", ownership))))
        .ifPresent(controls -> properties.put("OwnershipControls", controls));
    Optional.ofNullable(inner(request, "CreateBucketConfiguration").get("Tags"))
        .ifPresent(tags -> properties.put("Tags", tags));
    return new Own(CloudFormationResource.BUCKET, text(request, "Bucket"), true, properties);
  }

  static NestedProperties publicAccessBlock(Map<String, Object> request) {
    return ofBucket(request, pick(request, "PublicAccessBlockConfiguration"));
  }

  static NestedProperties versioning(Map<String, Object> request) {
    return ofBucket(request, pick(request, "VersioningConfiguration"));
  }

  static NestedProperties encryption(Map<String, Object> request) {
    List<Object> rules = new ArrayList<>();
    for (Map<String, Object> rule :
        list(inner(request, "ServerSideEncryptionConfiguration").get("Rules"))) {
      rules.add(
          map("ServerSideEncryptionByDefault", rule.get("ApplyServerSideEncryptionByDefault")));
    }
    return ofBucket(
        request, map("BucketEncryption", map("ServerSideEncryptionConfiguration", rules)));
  }

  static NestedProperties lifecycle(Map<String, Object> request) {
    List<Object> rules = new ArrayList<>();
    for (Map<String, Object> rule : list(inner(request, "LifecycleConfiguration").get("Rules"))) {
      Map<String, Object> properties = map("Id", rule.get("ID"), "Status", rule.get("Status"));
      if (rule.get("Expiration") instanceof Map<?, ?> expiration) {
        properties.put("ExpirationInDays", expiration.get("Days"));
      }
      properties.put("NoncurrentVersionExpiration", rule.get("NoncurrentVersionExpiration"));
      properties.put("AbortIncompleteMultipartUpload", rule.get("AbortIncompleteMultipartUpload"));
      rules.add(properties);
    }
    return ofBucket(request, map("LifecycleConfiguration", map("Rules", rules)));
  }

  static Own policy(Map<String, Object> request) {
    return Own.unnamed(
        "AWS::S3::BucketPolicy",
        map("Bucket", request.get("Bucket"), "PolicyDocument", parsed(request, "Policy")));
  }

  private static NestedProperties ofBucket(
      Map<String, Object> request, Map<String, Object> properties) {
    return new NestedProperties(CloudFormationResource.BUCKET, text(request, "Bucket"), properties);
  }
}
