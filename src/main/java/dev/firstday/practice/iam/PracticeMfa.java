package dev.firstday.practice.iam;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.People;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.VirtualDevice;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.DeactivateMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeactivateMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.DeleteVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeleteVirtualMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.EnableMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.EnableMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/** The part of IAM that is about virtual MFA devices; their codes are really checked. */
public final class PracticeMfa {
  private static final SecureRandom RANDOM = new SecureRandom();

  // As many as AWS gives: 64 characters of base32.
  private static final int SEED_BYTES = 40;

  private PracticeMfa() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .on(ListVirtualMfaDevicesRequest.class, PracticeMfa::list)
        .on(CreateVirtualMfaDeviceRequest.class, PracticeMfa::create)
        .on(EnableMfaDeviceRequest.class, EnableMfaDeviceResponse::builder, PracticeMfa::enable)
        .on(DeactivateMfaDeviceRequest.class, PracticeMfa::deactivate)
        .on(DeleteVirtualMfaDeviceRequest.class, PracticeMfa::delete);
  }

  private static AwsResponse.Builder list(
      PracticeState model, ListVirtualMfaDevicesRequest request) {
    PagedItems<VirtualMFADevice> page =
        IamEntities.page(
            devices(model, request.assignmentStatus()), request.maxItems(), request.marker());
    return ListVirtualMfaDevicesResponse.builder()
        .virtualMFADevices(page.items())
        .isTruncated(!page.last())
        .marker(page.next());
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

  private static AwsResponse.Builder create(
      PracticeState model, CreateVirtualMfaDeviceRequest request) {
    String name = request.virtualMFADeviceName();
    String serial = "arn:aws:iam::%s:mfa/%s".formatted(PracticeState.ACCOUNT_ID, name);
    if (model.people.virtual.containsKey(serial)) {
      throw error(
          409, "EntityAlreadyExists", "MFADevice entity at the same path and name already exists.");
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
  }

  private static void enable(PracticeState model, EnableMfaDeviceRequest request) {
    People.UserRecord person = IamEntities.user(model, request.userName());
    VirtualDevice device = device(model, request.serialNumber());
    if (device.owner.isPresent()) {
      throw error(
          409,
          "EntityAlreadyExists",
          "Device with serial number %s already exists.",
          device.serial);
    }
    // The codes of an earlier run are kept nowhere; they were right.
    if (!model.replaying && !right(device, request, model)) {
      throw error(403, "InvalidAuthenticationCode", "Authentication code for device is not valid.");
    }
    device.owner = Optional.of(person.name);
    person.devices.put(device.serial, model.clock.instant());
  }

  private static boolean right(
      VirtualDevice device, EnableMfaDeviceRequest request, PracticeState model) {
    return Totp.follow(
        device.seed,
        request.authenticationCode1(),
        request.authenticationCode2(),
        model.clock.instant());
  }

  private static AwsResponse.Builder deactivate(
      PracticeState model, DeactivateMfaDeviceRequest request) {
    People.UserRecord person = IamEntities.user(model, request.userName());
    if (person.devices.remove(request.serialNumber()) == null) {
      throw noDevice(request.serialNumber());
    }
    Optional.ofNullable(model.people.virtual.get(request.serialNumber()))
        .ifPresent(device -> device.owner = Optional.empty());
    return DeactivateMfaDeviceResponse.builder();
  }

  private static AwsResponse.Builder delete(
      PracticeState model, DeleteVirtualMfaDeviceRequest request) {
    if (device(model, request.serialNumber()).owner.isPresent()) {
      throw error(
          409, "DeleteConflict", "Cannot delete entity, must deactivate the MFA device first.");
    }
    model.people.virtual.remove(request.serialNumber());
    return DeleteVirtualMfaDeviceResponse.builder();
  }

  private static VirtualDevice device(PracticeState model, String serial) {
    return Optional.ofNullable(model.people.virtual.get(serial))
        .orElseThrow(() -> noDevice(serial));
  }

  private static AwsServiceException noDevice(String serial) {
    return IamEntities.noSuchEntity(
        "VirtualMFADevice with serial number %s does not exist.", serial);
  }
}
