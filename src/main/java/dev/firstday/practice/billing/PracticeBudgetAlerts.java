package dev.firstday.practice.billing;

import dev.firstday.practice.model.Errors;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.PracticeState.BudgetRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.CreateNotificationRequest;
import software.amazon.awssdk.services.budgets.model.CreateNotificationResponse;
import software.amazon.awssdk.services.budgets.model.CreateSubscriberRequest;
import software.amazon.awssdk.services.budgets.model.CreateSubscriberResponse;
import software.amazon.awssdk.services.budgets.model.CreationLimitExceededException;
import software.amazon.awssdk.services.budgets.model.DeleteNotificationRequest;
import software.amazon.awssdk.services.budgets.model.DeleteNotificationResponse;
import software.amazon.awssdk.services.budgets.model.DeleteSubscriberRequest;
import software.amazon.awssdk.services.budgets.model.DeleteSubscriberResponse;
import software.amazon.awssdk.services.budgets.model.DescribeNotificationsForBudgetRequest;
import software.amazon.awssdk.services.budgets.model.DescribeNotificationsForBudgetResponse;
import software.amazon.awssdk.services.budgets.model.DescribeSubscribersForNotificationRequest;
import software.amazon.awssdk.services.budgets.model.DescribeSubscribersForNotificationResponse;
import software.amazon.awssdk.services.budgets.model.DuplicateRecordException;
import software.amazon.awssdk.services.budgets.model.InvalidNextTokenException;
import software.amazon.awssdk.services.budgets.model.InvalidParameterException;
import software.amazon.awssdk.services.budgets.model.NotFoundException;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.NotificationState;
import software.amazon.awssdk.services.budgets.model.Subscriber;

/** The part of AWS Budgets that is about notifications, and about whom they reach. */
abstract class PracticeBudgetAlerts implements BudgetsClient {
  final PracticeCall practiceCall;

  PracticeBudgetAlerts(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public DescribeNotificationsForBudgetResponse describeNotificationsForBudget(
      DescribeNotificationsForBudgetRequest request) {
    return practiceCall.answer(
        "DescribeNotificationsForBudget",
        request,
        model -> {
          own(request.accountId());
          List<Notification> all =
              budget(model, request.budgetName()).alerts().keySet().stream()
                  .map(alert -> alert.toBuilder().notificationState(NotificationState.OK).build())
                  .toList();
          PagedItems<Notification> page = page(all, request.maxResults(), request.nextToken());
          return DescribeNotificationsForBudgetResponse.builder()
              .notifications(page.items())
              .nextToken(page.next());
        });
  }

  @Override
  public DescribeSubscribersForNotificationResponse describeSubscribersForNotification(
      DescribeSubscribersForNotificationRequest request) {
    return practiceCall.answer(
        "DescribeSubscribersForNotification",
        request,
        model -> {
          own(request.accountId());
          BudgetRecord budget = budget(model, request.budgetName());
          List<Subscriber> all = subscribers(budget, request.notification());
          PagedItems<Subscriber> page = page(all, request.maxResults(), request.nextToken());
          return DescribeSubscribersForNotificationResponse.builder()
              .subscribers(page.items())
              .nextToken(page.next());
        });
  }

  @Override
  public CreateNotificationResponse createNotification(CreateNotificationRequest request) {
    return practiceCall.answer(
        "CreateNotification",
        request,
        model -> {
          own(request.accountId());
          add(budget(model, request.budgetName()), request.notification(), request.subscribers());
          return CreateNotificationResponse.builder();
        });
  }

  void add(BudgetRecord budget, Notification alert, List<Subscriber> subscribers) {
    BudgetRules.wrong(alert, subscribers).ifPresent(this::refuse);
    BudgetRules.wrong(budget.budget(), alert).ifPresent(this::refuse);
    if (budget.alerts().containsKey(BudgetRules.plain(alert))) {
      throw duplicate("Duplicate notification");
    }
    if (budget.alerts().size() == BudgetRules.ALERTS) {
      throw tooMany("A budget can have %s notifications".formatted(BudgetRules.ALERTS));
    }
    budget.alert(BudgetRules.plain(alert), subscribers);
  }

  @Override
  public DeleteNotificationResponse deleteNotification(DeleteNotificationRequest request) {
    return practiceCall.answer(
        "DeleteNotification",
        request,
        model -> {
          own(request.accountId());
          BudgetRecord budget = budget(model, request.budgetName());
          subscribers(budget, request.notification());
          budget.alerts().remove(BudgetRules.plain(request.notification()));
          return DeleteNotificationResponse.builder();
        });
  }

  @Override
  public CreateSubscriberResponse createSubscriber(CreateSubscriberRequest request) {
    return practiceCall.answer(
        "CreateSubscriber",
        request,
        model -> {
          own(request.accountId());
          BudgetRecord budget = budget(model, request.budgetName());
          List<Subscriber> present = subscribers(budget, request.notification());
          if (present.contains(request.subscriber())) {
            throw duplicate("Duplicate subscriber");
          }
          List<Subscriber> more = new ArrayList<>(present);
          more.add(request.subscriber());
          BudgetRules.wrong(request.notification(), more).ifPresent(this::refuse);
          budget.alert(BudgetRules.plain(request.notification()), more);
          return CreateSubscriberResponse.builder();
        });
  }

  @Override
  public DeleteSubscriberResponse deleteSubscriber(DeleteSubscriberRequest request) {
    return practiceCall.answer(
        "DeleteSubscriber",
        request,
        model -> {
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
        });
  }

  private List<Subscriber> subscribers(BudgetRecord budget, Notification alert) {
    List<Subscriber> subscribers = budget.alerts().get(BudgetRules.plain(alert));
    if (subscribers == null) {
      throw notFound("Unable to find the notification");
    }
    return subscribers;
  }

  void own(String accountId) {
    if (!PracticeState.ACCOUNT_ID.equals(accountId)) {
      throw Errors.denied(
          practiceCall.service().cli(), "Account %s is not yours to look at.".formatted(accountId));
    }
  }

  BudgetRecord budget(PracticeState model, String name) {
    BudgetRecord budget = model.budgets.get(name);
    if (budget == null) {
      throw notFound("Unable to get budget: %s - the budget doesn't exist.".formatted(name));
    }
    return budget;
  }

  <T> PagedItems<T> page(List<T> all, Integer size, String token) {
    Supplier<AwsServiceException> wrong =
        () ->
            practiceCall.error(
                InvalidNextTokenException.builder(),
                400,
                "InvalidNextTokenException",
                "The provided NextToken is invalid");
    return PagedItems.of(all, size, token, wrong);
  }

  void refuse(String message) {
    throw practiceCall.error(
        InvalidParameterException.builder(), 400, "InvalidParameterException", message);
  }

  AwsServiceException notFound(String message) {
    return practiceCall.error(NotFoundException.builder(), 400, "NotFoundException", message);
  }

  AwsServiceException duplicate(String message) {
    return practiceCall.error(
        DuplicateRecordException.builder(), 400, "DuplicateRecordException", message);
  }

  private AwsServiceException tooMany(String message) {
    return practiceCall.error(
        CreationLimitExceededException.builder(), 400, "CreationLimitExceededException", message);
  }
}
