package dev.firstday.practice.iam;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.People;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Finds the users and groups that requests to IAM name, or fails as IAM does. */
final class IamEntities {
  private IamEntities() {}

  static People.UserRecord user(PracticeState model, String name) {
    return Optional.ofNullable(model.people.users.get(name))
        .orElseThrow(() -> missing("user", name));
  }

  /** The user of a name; of no name, whoever is signed in. */
  static People.UserRecord userOrCaller(PracticeState model, String name) {
    String caller = PracticeState.USER_ARN.substring(PracticeState.USER_ARN.indexOf('/') + 1);
    return user(model, name == null ? caller : name);
  }

  static People.Team group(PracticeState model, String name) {
    return Optional.ofNullable(model.people.groups.get(name))
        .orElseThrow(() -> missing("group", name));
  }

  static AwsServiceException missing(String kind, String name) {
    return noSuchEntity("The %s with name %s cannot be found.", kind, name);
  }

  static AwsServiceException noSuchEntity(String message, Object... values) {
    return error(404, "NoSuchEntity", message, values);
  }

  static <T> PagedItems<T> page(List<T> all, Integer size, String marker) {
    return PagedItems.of(all, size, marker, () -> error(400, "ValidationError", "Invalid Marker."));
  }
}
