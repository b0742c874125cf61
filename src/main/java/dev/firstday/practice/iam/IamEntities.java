package dev.firstday.practice.iam;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.People;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/** Finds the users and groups that requests to IAM name, or fails as IAM does. */
record IamEntities(PracticeCall practiceCall) {
  People.UserRecord user(PracticeState model, String name) {
    return Optional.ofNullable(model.people.users.get(name))
        .orElseThrow(() -> noSuchEntity("user", name));
  }

  /** The user of a name; of no name, whoever is signed in. */
  People.UserRecord userOrCaller(PracticeState model, String name) {
    String caller = PracticeState.USER_ARN.substring(PracticeState.USER_ARN.indexOf('/') + 1);
    return user(model, name == null ? caller : name);
  }

  People.Team group(PracticeState model, String name) {
    return Optional.ofNullable(model.people.groups.get(name))
        .orElseThrow(() -> noSuchEntity("group", name));
  }

  static AwsServiceException missing(String kind, String name) {
    return error(404, "NoSuchEntity", "The %s with name %s cannot be found.".formatted(kind, name));
  }

  AwsServiceException noSuchEntity(String kind, String name) {
    return noSuchEntity("The %s with name %s cannot be found.".formatted(kind, name));
  }

  AwsServiceException noSuchEntity(String message) {
    return practiceCall.error(NoSuchEntityException.builder(), 404, "NoSuchEntity", message);
  }

  <T> PagedItems<T> page(List<T> all, Integer size, String marker) {
    return PagedItems.of(
        all,
        size,
        marker,
        () ->
            practiceCall.error(IamException.builder(), 400, "ValidationError", "Invalid Marker."));
  }
}
