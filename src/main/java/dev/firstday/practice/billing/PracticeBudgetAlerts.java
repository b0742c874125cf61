package dev.firstday.practice.billing;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Errors;
import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.PracticeState.BudgetRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.budgets.model.CreateNotificationRequest;
import software.amazon.awssdk.services.budgets.model.CreateNotificationResponse;
import software.amazon.awssdk.services.budgets.model.CreateSubscriberRequest;
import software.amazon.awssdk.services.budgets.model.CreateSubscriberResponse;
import software.amazon.awssdk.services.budgets.model.DeleteNotificationRequest;
import software.amazon.awssdk.services.budgets.model.DeleteNotificationResponse;
import software.amazon.awssdk.services.budgets.model.DeleteSubscriberRequest;
import software.amazon.awssdk.services.budgets.model.DeleteSubscriberResponse;
import software.amazon.awssdk.services.budgets.model.DescribeNotificationsForBudgetRequest;
import software.amazon.awssdk.services.budgets.model.DescribeNotificationsForBudgetResponse;
import software.amazon.awssdk.services.budgets.model.DescribeSubscribersForNotificationRequest;
import software.amazon.awssdk.services.budgets.model.DescribeSubscribersForNotificationResponse;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.NotificationState;
import software.amazon.awssdk.services.budgets.model.Subscriber;

/** The part of AWS Budgets that is about notifications, and about whom they reach. */
public final class PracticeBudgetAlerts {
  private PracticeBudgetAlerts() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .on(
            DescribeNotificationsForBudgetRequest.class,
            PracticeBudgetAlerts::describeNotificationsForBudget)
        .on(
            DescribeSubscribersForNotificationRequest.class,
            PracticeBudgetAlerts::describeSubscribersForNotification)
        .on(CreateNotificationRequest.class, PracticeBudgetAlerts::createNotification)
        .on(DeleteNotificationRequest.class, PracticeBudgetAlerts::deleteNotification)
        .on(CreateSubscriberRequest.class, PracticeBudgetAlerts::createSubscriber)
        .on(DeleteSubscriberRequest.class, PracticeBudgetAlerts::deleteSubscriber);
  }

  private static AwsResponse.Builder describeNotificationsForBudget(
      PracticeState model, DescribeNotificationsForBudgetRequest request) {
    own(request.accountId());
    List<Notification> all =
        budget(model, request.budgetName()).alerts().keySet().stream()
            .map(alert -> alert.toBuilder().notificationState(NotificationState.OK).build())
            .toList();
    PagedItems<Notification> page = page(all, request.maxResults(), request.nextToken());
    return DescribeNotificationsForBudgetResponse.builder()
        .notifications(page.items())
        .nextToken(page.next());
  }

  private static AwsResponse.Builder describeSubscribersForNotification(
      PracticeState model, DescribeSubscribersForNotificationRequest request) {
    own(request.accountId());
    BudgetRecord budget = budget(model, request.budgetName());
    List<Subscriber> all = subscribers(budget, request.notification());
    PagedItems<Subscriber> page = page(all, request.maxResults(), request.nextToken());
    return DescribeSubscribersForNotificationResponse.builder()
        .subscribers(page.items())
        .nextToken(page.next());
  }

  private static AwsResponse.Builder createNotification(
      PracticeState model, CreateNotificationRequest request) {
    own(request.accountId());
    add(budget(model, request.budgetName()), request.notification(), request.subscribers());
    return CreateNotificationResponse.builder();
  }

  static void add(BudgetRecord budget, Notification alert, List<Subscriber> subscribers) {
    refuse(BudgetRules.wrong(alert, subscribers));
    refuse(BudgetRules.wrong(budget.budget(), alert));
    if (budget.alerts().containsKey(BudgetRules.plain(alert))) {
      throw duplicate("Duplicate notification");
    }
    if (budget.alerts().size() == BudgetRules.ALERTS) {
      throw error(
          400,
          "CreationLimitExceededException",
          "A budget can have %s notifications",
          BudgetRules.ALERTS);
    }
    budget.alert(BudgetRules.plain(alert), subscribers);
  }

  private static AwsResponse.Builder deleteNotification(
      PracticeState model, DeleteNotificationRequest request) {
    own(request.accountId());
    BudgetRecord budget = budget(model, request.budgetName());
    subscribers(budget, request.notification());
    budget.alerts().remove(BudgetRules.plain(request.notification()));
    return DeleteNotificationResponse.builder();
  }

  private static AwsResponse.Builder createSubscriber(
      PracticeState model, CreateSubscriberRequest request) {
    own(request.accountId());
    BudgetRecord budget = budget(model, request.budgetName());
    List<Subscriber> present = subscribers(budget, request.notification());
    if (present.contains(request.subscriber())) {
      throw duplicate("Duplicate subscriber");
    }
    List<Subscriber> more = new ArrayList<>(present);
    more.add(request.subscriber());
    refuse(BudgetRules.wrong(request.notification(), more));
    budget.alert(BudgetRules.plain(request.notification()), more);
    return CreateSubscriberResponse.builder();
  }

  private static AwsResponse.Builder deleteSubscriber(
      PracticeState model, DeleteSubscriberRequest request) {
    own(request.accountId());
    BudgetRecord budget = budget(model, request.budgetName());
    List<Subscriber> present = subscribers(budget, request.notification());
    if (!present.remove(request.subscriber())) {
      throw notFound("Unable to find the subscriber");
    }
    // Nobody left: AWS deletes the notification, too.
    if (present.isEmpty()) {
      budget.alerts().remove(BudgetRules.plain(request.notification()));
    }
    return DeleteSubscriberResponse.builder();
  }

  private static List<Subscriber> subscribers(BudgetRecord budget, Notification alert) {
    List<Subscriber> subscribers = budget.alerts().get(BudgetRules.plain(alert));
    if (subscribers == null) {
      throw notFound("Unable to find the notification");
    }
    return subscribers;
  }

  static void own(String accountId) {
    if (!PracticeState.ACCOUNT_ID.equals(accountId)) {
      throw Errors.denied("budgets", "Account %s is not yours to look at.".formatted(accountId));
    }
  }

  static BudgetRecord budget(PracticeState model, String name) {
    BudgetRecord budget = model.budgets.get(name);
    if (budget == null) {
      throw notFound("Unable to get budget: " + name + " - the budget doesn't exist.");
    }
    return budget;
  }

  static <T> PagedItems<T> page(List<T> all, Integer size, String token) {
    return PagedItems.of(
        all,
        size,
        token,
        () -> error(400, "InvalidNextTokenException", "The provided NextToken is invalid"));
  }

  static void refuse(Optional<String> wrong) {
    if (wrong.isPresent()) {
      throw error(400, "InvalidParameterException", wrong.get());
    }
  }

  static AwsServiceException notFound(String message) {
    return error(400, "NotFoundException", message);
  }

  static AwsServiceException duplicate(String message) {
    return error(400, "DuplicateRecordException", message);
  }
}
