package dev.firstday.practice.iam;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.People;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.VirtualDevice;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.DeactivateMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeactivateMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.DeleteConflictException;
import software.amazon.awssdk.services.iam.model.DeleteVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeleteVirtualMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.EnableMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.EnableMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.InvalidAuthenticationCodeException;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/** The part of IAM that is about virtual MFA devices; their codes are really checked. */
final class PracticeMfa {
  private static final SecureRandom RANDOM = new SecureRandom();

  // As many as AWS gives: 64 characters of base32.
  private static final int SEED_BYTES = 40;

  private final PracticeCall practiceCall;
  private final IamEntities entities;

  PracticeMfa(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
    this.entities = new IamEntities(practiceCall);
  }

  ListVirtualMfaDevicesResponse list(ListVirtualMfaDevicesRequest request) {
    return practiceCall.answer(
        "ListVirtualMFADevices",
        request,
        model -> {
          PagedItems<VirtualMFADevice> page =
              entities.page(
                  devices(model, request.assignmentStatus()), request.maxItems(), request.marker());
          return ListVirtualMfaDevicesResponse.builder()
              .virtualMFADevices(page.items())
              .isTruncated(!page.last())
              .marker(page.next());
        });
  }

  static List<VirtualMFADevice> devices(PracticeState model, AssignmentStatusType status) {
    boolean assigned = status != AssignmentStatusType.UNASSIGNED;
    boolean loose = status != AssignmentStatusType.ASSIGNED;
    Stream<VirtualMFADevice> users =
        model.people.virtual.values().stream()
            .filter(device -> device.owner.isPresent() ? assigned : loose)
            .map(device -> device(model, device));
    boolean root = assigned && model.rootMfa == PracticeState.RootMfa.VIRTUAL;
    return root ? Stream.concat(Stream.of(root(model)), users).toList() : users.toList();
  }

  private static VirtualMFADevice root(PracticeState model) {
    return VirtualMFADevice.builder()
        .serialNumber("arn:aws:iam::" + PracticeState.ACCOUNT_ID + ":mfa/root-account-mfa-device")
        .user(user -> user.userId(PracticeState.ACCOUNT_ID).arn(PracticeState.ROOT_ARN))
        .enableDate(model.opened)
        .build();
  }

  private static VirtualMFADevice device(PracticeState model, VirtualDevice device) {
    VirtualMFADevice.Builder builder = VirtualMFADevice.builder().serialNumber(device.serial);
    device.owner.ifPresent(
        name -> {
          People.UserRecord person = model.people.user(name);
          builder
              .user(user -> user.userName(name).userId(person.id()).arn(person.arn()))
              .enableDate(person.devices.get(device.serial));
        });
    return builder.build();
  }

  CreateVirtualMfaDeviceResponse create(CreateVirtualMfaDeviceRequest request) {
    return practiceCall.answer(
        "CreateVirtualMFADevice",
        request,
        model -> {
          String name = request.virtualMFADeviceName();
          String serial = "arn:aws:iam::%s:mfa/%s".formatted(PracticeState.ACCOUNT_ID, name);
          if (model.people.virtual.containsKey(serial)) {
            throw error(
                EntityAlreadyExistsException.builder(),
                409,
                "EntityAlreadyExists",
                "MFADevice entity at the same path and name already exists.");
          }
          byte[] seed = new byte[SEED_BYTES];
          RANDOM.nextBytes(seed);
          model.people.virtual.put(serial, new VirtualDevice(serial, seed));
          return CreateVirtualMfaDeviceResponse.builder()
              .virtualMFADevice(
                  device ->
                      device
                          .serialNumber(serial)
                          .base32StringSeed(SdkBytes.fromUtf8String(Totp.base32(seed)))
                          // Nobody parses the picture; it must be as secret as the seed.
                          .qrCodePNG(SdkBytes.fromByteArray(seed)));
        });
  }

  EnableMfaDeviceResponse enable(EnableMfaDeviceRequest request) {
    return practiceCall.answer(
        "EnableMFADevice",
        request,
        model -> {
          People.UserRecord person = entities.user(model, request.userName());
          VirtualDevice device = device(model, request.serialNumber());
          if (device.owner.isPresent()) {
            throw error(
                EntityAlreadyExistsException.builder(),
                409,
                "EntityAlreadyExists",
                "Device with serial number %s already exists.".formatted(device.serial));
          }
          // The codes of an earlier run are kept nowhere; they were right.
          if (!model.replaying && !right(device, request, model)) {
            throw error(
                InvalidAuthenticationCodeException.builder(),
                403,
                "InvalidAuthenticationCode",
                "Authentication code for device is not valid.");
          }
          device.owner = Optional.of(person.name);
          person.devices.put(device.serial, model.clock.instant());
          return EnableMfaDeviceResponse.builder();
        });
  }

  private boolean right(VirtualDevice device, EnableMfaDeviceRequest request, PracticeState model) {
    return Totp.follow(
        device.seed,
        request.authenticationCode1(),
        request.authenticationCode2(),
        model.clock.instant());
  }

  DeactivateMfaDeviceResponse deactivate(DeactivateMfaDeviceRequest request) {
    return practiceCall.answer(
        "DeactivateMFADevice",
        request,
        model -> {
          People.UserRecord person = entities.user(model, request.userName());
          if (person.devices.remove(request.serialNumber()) == null) {
            throw noDevice(request.serialNumber());
          }
          Optional.ofNullable(model.people.virtual.get(request.serialNumber()))
              .ifPresent(device -> device.owner = Optional.empty());
          return DeactivateMfaDeviceResponse.builder();
        });
  }

  DeleteVirtualMfaDeviceResponse delete(DeleteVirtualMfaDeviceRequest request) {
    return practiceCall.answer(
        "DeleteVirtualMFADevice",
        request,
        model -> {
          if (device(model, request.serialNumber()).owner.isPresent()) {
            throw error(
                DeleteConflictException.builder(),
                409,
                "DeleteConflict",
                "Cannot delete entity, must deactivate the MFA device first.");
          }
          model.people.virtual.remove(request.serialNumber());
          return DeleteVirtualMfaDeviceResponse.builder();
        });
  }

  private VirtualDevice device(PracticeState model, String serial) {
    return Optional.ofNullable(model.people.virtual.get(serial))
        .orElseThrow(() -> noDevice(serial));
  }

  private AwsServiceException noDevice(String serial) {
    return entities.noSuchEntity(
        "VirtualMFADevice with serial number %s does not exist.".formatted(serial));
  }

  private AwsServiceException error(
      AwsServiceException.Builder builder, int status, String code, String message) {
    return practiceCall.error(builder, status, code, message);
  }
}
