package dev.firstday.practice.watch;

import dev.firstday.practice.model.ConfigRecords;
import dev.firstday.practice.model.PracticeCall;
import java.util.Optional;
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
public final class PracticeConfig extends PracticeConfigRules {
  public PracticeConfig(PracticeCall practiceCall) {
    super(practiceCall);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public DescribeConfigurationRecordersResponse describeConfigurationRecorders(
      DescribeConfigurationRecordersRequest request) {
    return practiceCall.answer(
        "DescribeConfigurationRecorders",
        request,
        model ->
            DescribeConfigurationRecordersResponse.builder()
                .configurationRecorders(here(model).recorder.stream().toList()));
  }

  @Override
  public DescribeConfigurationRecorderStatusResponse describeConfigurationRecorderStatus(
      DescribeConfigurationRecorderStatusRequest request) {
    return practiceCall.answer(
        "DescribeConfigurationRecorderStatus",
        request,
        model ->
            DescribeConfigurationRecorderStatusResponse.builder()
                .configurationRecordersStatus(
                    here(model).recorder.stream()
                        .map(
                            recorder ->
                                ConfigurationRecorderStatus.builder()
                                    .name(recorder.name())
                                    .recording(here(model).recording)
                                    .lastStatus(here(model).recording ? "SUCCESS" : null)
                                    .build())
                        .toList()));
  }

  @Override
  public PutConfigurationRecorderResponse putConfigurationRecorder(
      PutConfigurationRecorderRequest request) {
    return practiceCall.answer(
        "PutConfigurationRecorder",
        request,
        model -> {
          ConfigurationRecorder recorder = request.configurationRecorder();
          if (here(model).recorder.filter(r -> !r.name().equals(recorder.name())).isPresent()) {
            throw error(
                "MaxNumberOfConfigurationRecordersExceededException",
                "Failed to put configuration recorder because the maximum number of configuration"
                    + " recorders: 1 is reached.");
          }
          boolean role =
              model
                  .roles
                  .find(recorder.roleARN().substring(recorder.roleARN().lastIndexOf('/') + 1))
                  .isPresent();
          if (!role) {
            throw error("InvalidRoleException", "The role ARN is not valid.");
          }
          here(model).recorder = Optional.of(ConfigRecords.whole(recorder));
          return PutConfigurationRecorderResponse.builder();
        });
  }

  @Override
  public DeleteConfigurationRecorderResponse deleteConfigurationRecorder(
      DeleteConfigurationRecorderRequest request) {
    return practiceCall.answer(
        "DeleteConfigurationRecorder",
        request,
        model -> {
          if (here(model).recorder.isEmpty()) {
            throw noRecorder();
          }
          here(model).recorder = Optional.empty();
          here(model).recording = false;
          return DeleteConfigurationRecorderResponse.builder();
        });
  }

  @Override
  public StartConfigurationRecorderResponse startConfigurationRecorder(
      StartConfigurationRecorderRequest request) {
    return practiceCall.answer(
        "StartConfigurationRecorder",
        request,
        model -> {
          if (here(model).recorder.isEmpty()) {
            throw noRecorder();
          }
          if (here(model).channel.isEmpty()) {
            throw error(
                "NoAvailableDeliveryChannelException",
                "Delivery channel is not available to start configuration recorder.");
          }
          here(model).recording = true;
          return StartConfigurationRecorderResponse.builder();
        });
  }

  @Override
  public StopConfigurationRecorderResponse stopConfigurationRecorder(
      StopConfigurationRecorderRequest request) {
    return practiceCall.answer(
        "StopConfigurationRecorder",
        request,
        model -> {
          here(model).recording = false;
          return StopConfigurationRecorderResponse.builder();
        });
  }

  @Override
  public DescribeDeliveryChannelsResponse describeDeliveryChannels(
      DescribeDeliveryChannelsRequest request) {
    return practiceCall.answer(
        "DescribeDeliveryChannels",
        request,
        model ->
            DescribeDeliveryChannelsResponse.builder()
                .deliveryChannels(here(model).channel.stream().toList()));
  }

  @Override
  public PutDeliveryChannelResponse putDeliveryChannel(PutDeliveryChannelRequest request) {
    return practiceCall.answer(
        "PutDeliveryChannel",
        request,
        model -> {
          if (here(model).recorder.isEmpty()) {
            throw noRecorder();
          }
          String bucket = request.deliveryChannel().s3BucketName();
          if (model.buckets.find(bucket).isEmpty()) {
            throw error("NoSuchBucketException", "Cannot find a S3 bucket with name: " + bucket);
          }
          if (!model.buckets.lets("config.amazonaws.com", bucket)) {
            throw error(
                "InsufficientDeliveryPolicyException",
                "Insufficient delivery policy to s3 bucket: " + bucket);
          }
          here(model).channel = Optional.of(request.deliveryChannel());
          // AWS leaves a file behind when it tries whether it can write.
          model.buckets.write(bucket);
          return PutDeliveryChannelResponse.builder();
        });
  }

  @Override
  public DeleteDeliveryChannelResponse deleteDeliveryChannel(DeleteDeliveryChannelRequest request) {
    return practiceCall.answer(
        "DeleteDeliveryChannel",
        request,
        model -> {
          if (here(model).recording) {
            throw error(
                "LastDeliveryChannelDeleteFailedException",
                "Failed to delete last specified delivery channel, because there is a running"
                    + " configuration recorder.");
          }
          here(model).channel = Optional.empty();
          return DeleteDeliveryChannelResponse.builder();
        });
  }
}
