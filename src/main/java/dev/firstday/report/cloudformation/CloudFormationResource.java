package dev.firstday.report.cloudformation;

import java.util.Map;

/**
 * What a write becomes in CloudFormation: a resource, properties of an earlier one, nothing because
 * CloudFormation does it by itself, or not possible.
 */
sealed interface CloudFormationResource {
  String BUCKET = "AWS::S3::Bucket";
  String LOG_GROUP = "AWS::Logs::LogGroup";
  String ROLE = "AWS::IAM::Role";
  String GROUP = "AWS::IAM::Group";
  String USER = "AWS::IAM::User";
  String TOPIC = "AWS::SNS::Topic";
  String LINKED_ROLE = "AWS::IAM::ServiceLinkedRole";
  String RULE = "AWS::Events::Rule";

  /**
   * A resource.
   *
   * @param name the name by which other requests refer to it; empty if none does
   * @param keep whether it stays when the stack is deleted, because it holds data
   */
  record Own(String type, String name, boolean keep, Map<String, Object> properties)
      implements CloudFormationResource {
    /** A resource that no other request names. */
    static Own unnamed(String type, Map<String, Object> properties) {
      return new Own(type, "", false, properties);
    }
  }

  /** Properties of the resource of a type that has this name. */
  record NestedProperties(String type, String name, Map<String, Object> properties)
      implements CloudFormationResource {}

  /** CloudFormation does it by itself. */
  record Included() implements CloudFormationResource {}

  /** It can't be in a template. */
  record Impossible(CloudFormationExport.Reason reason) implements CloudFormationResource {}
}
