package dev.firstday.practice.watch;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.ConfigRecords;
import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PracticeState;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.ConfigurationRecorderStatus;
import software.amazon.awssdk.services.config.model.DeleteConfigurationRecorderRequest;
import software.amazon.awssdk.services.config.model.DeleteConfigurationRecorderResponse;
import software.amazon.awssdk.services.config.model.DeleteDeliveryChannelRequest;
import software.amazon.awssdk.services.config.model.DeleteDeliveryChannelResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecorderStatusRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecorderStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecordersRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecordersResponse;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelsRequest;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelsResponse;
import software.amazon.awssdk.services.config.model.PutConfigurationRecorderRequest;
import software.amazon.awssdk.services.config.model.PutConfigurationRecorderResponse;
import software.amazon.awssdk.services.config.model.PutDeliveryChannelRequest;
import software.amazon.awssdk.services.config.model.PutDeliveryChannelResponse;
import software.amazon.awssdk.services.config.model.StartConfigurationRecorderRequest;
import software.amazon.awssdk.services.config.model.StartConfigurationRecorderResponse;
import software.amazon.awssdk.services.config.model.StopConfigurationRecorderRequest;
import software.amazon.awssdk.services.config.model.StopConfigurationRecorderResponse;

/** AWS Config: its recorder and its delivery channel. */
public final class PracticeConfig {
  private PracticeConfig() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    PracticeConfigRules.handlers(handlers);
    channels(handlers);
    handlers
        .on(
            DescribeConfigurationRecordersRequest.class,
            (model, region, request) ->
                DescribeConfigurationRecordersResponse.builder()
                    .configurationRecorders(model.config.in(region).recorder.stream().toList()))
        .on(DescribeConfigurationRecorderStatusRequest.class, PracticeConfig::status)
        .on(
            PutConfigurationRecorderRequest.class,
            PutConfigurationRecorderResponse::builder,
            PracticeConfig::putRecorder)
        .on(
            DeleteConfigurationRecorderRequest.class,
            DeleteConfigurationRecorderResponse::builder,
            PracticeConfig::deleteRecorder)
        .on(
            StartConfigurationRecorderRequest.class,
            StartConfigurationRecorderResponse::builder,
            PracticeConfig::start)
        .on(
            StopConfigurationRecorderRequest.class,
            StopConfigurationRecorderResponse::builder,
            (model, region, request) -> model.config.in(region).recording = false);
  }

  private static void channels(Handlers handlers) {
    handlers
        .on(
            DescribeDeliveryChannelsRequest.class,
            (model, region, request) ->
                DescribeDeliveryChannelsResponse.builder()
                    .deliveryChannels(model.config.in(region).channel.stream().toList()))
        .on(
            PutDeliveryChannelRequest.class,
            PutDeliveryChannelResponse::builder,
            PracticeConfig::putChannel)
        .on(
            DeleteDeliveryChannelRequest.class,
            DeleteDeliveryChannelResponse::builder,
            PracticeConfig::deleteChannel);
  }

  private static AwsResponse.Builder status(
      PracticeState model, String region, DescribeConfigurationRecorderStatusRequest request) {
    boolean recording = model.config.in(region).recording;
    return DescribeConfigurationRecorderStatusResponse.builder()
        .configurationRecordersStatus(
            model.config.in(region).recorder.stream()
                .map(
                    recorder ->
                        ConfigurationRecorderStatus.builder()
                            .name(recorder.name())
                            .recording(recording)
                            .lastStatus(recording ? "SUCCESS" : null)
                            .build())
                .toList());
  }

  private static void putRecorder(
      PracticeState model, String region, PutConfigurationRecorderRequest request) {
    ConfigRecords.RecorderRecord here = model.config.in(region);
    ConfigurationRecorder recorder = request.configurationRecorder();
    if (here.recorder.filter(r -> !r.name().equals(recorder.name())).isPresent()) {
      throw error(
          400,
          "MaxNumberOfConfigurationRecordersExceededException",
          "Failed to put configuration recorder because the maximum number of configuration"
              + " recorders: 1 is reached.");
    }
    String role = recorder.roleARN().substring(recorder.roleARN().lastIndexOf('/') + 1);
    if (model.roles.find(role).isEmpty()) {
      throw error(400, "InvalidRoleException", "The role ARN is not valid.");
    }
    here.recorder = Optional.of(ConfigRecords.whole(recorder));
  }

  private static void deleteRecorder(
      PracticeState model, String region, DeleteConfigurationRecorderRequest request) {
    requireRecorder(model, region);
    model.config.in(region).recorder = Optional.empty();
    model.config.in(region).recording = false;
  }

  private static void start(
      PracticeState model, String region, StartConfigurationRecorderRequest request) {
    requireRecorder(model, region);
    if (model.config.in(region).channel.isEmpty()) {
      throw error(
          400,
          "NoAvailableDeliveryChannelException",
          "Delivery channel is not available to start configuration recorder.");
    }
    model.config.in(region).recording = true;
  }

  private static void putChannel(
      PracticeState model, String region, PutDeliveryChannelRequest request) {
    requireRecorder(model, region);
    String bucket = request.deliveryChannel().s3BucketName();
    if (model.buckets.find(bucket).isEmpty()) {
      throw error(400, "NoSuchBucketException", "Cannot find a S3 bucket with name: " + bucket);
    }
    if (!model.buckets.lets("config.amazonaws.com", bucket)) {
      throw error(
          400,
          "InsufficientDeliveryPolicyException",
          "Insufficient delivery policy to s3 bucket: " + bucket);
    }
    model.config.in(region).channel = Optional.of(request.deliveryChannel());
    // AWS leaves a file behind when it tries whether it can write.
    model.buckets.write(bucket);
  }

  private static void deleteChannel(
      PracticeState model, String region, DeleteDeliveryChannelRequest request) {
    if (model.config.in(region).recording) {
      throw error(
          400,
          "LastDeliveryChannelDeleteFailedException",
          "Failed to delete last specified delivery channel, because there is a running"
              + " configuration recorder.");
    }
    model.config.in(region).channel = Optional.empty();
  }

  static void requireRecorder(PracticeState model, String region) {
    if (model.config.in(region).recorder.isEmpty()) {
      throw error(
          400,
          "NoAvailableConfigurationRecorderException",
          "Configuration recorder is not available to put delivery channel.");
    }
  }
}
