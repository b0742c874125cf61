package dev.firstday.practice;

import dev.firstday.aws.operations.AwsApi;
import dev.firstday.aws.operations.CallEnd;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Writes;
import dev.firstday.practice.model.Errors;
import dev.firstday.practice.model.Fault;
import dev.firstday.practice.model.People;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.Workload;
import dev.firstday.practice.model.WriteLog;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * An AWS account in memory. It begins as its {@link Scenario} says, makes the writes of its {@link
 * WriteLog} again, and from then on answers calls and keeps what is written.
 */
public final class PracticeAccount implements AwsApi {
  /** The account's id. */
  public static final String ID = PracticeState.ACCOUNT_ID;

  private final WriteLog log;
  private final CallListener listener;
  private final PracticeLatency latency;
  private final Optional<PersonInConsole> person;
  private final PracticeState model;

  private final PracticeFaults faults = new PracticeFaults();

  private boolean kept;

  /**
   * An account with all there is to choose.
   *
   * @param scenario how it begins
   * @param log keeps what is written to it
   * @param listener hears of every call before it is made
   * @param latency how long each call takes
   * @param clock tells the time
   * @param personInConsole whether somebody does by hand, after a while, what the wizard asks for
   */
  public PracticeAccount(
      Scenario scenario,
      WriteLog log,
      CallListener listener,
      Duration latency,
      Clock clock,
      boolean personInConsole) {
    this.log = log;
    this.listener = listener;
    this.latency = new PracticeLatency(latency.plus(scenario.latency()), listener);
    person = personInConsole ? Optional.of(new PersonInConsole(clock)) : Optional.empty();
    List<WriteLog.LoggedWrite> before = log.load();
    kept = !before.isEmpty();
    model = new PracticeState(clock, ConsoleAction.opened(before).orElseGet(clock::instant));
    scenario.prepare(model);
    before.forEach(this::replay);
    model.replaying = false;
    scenario.restrict(this);
  }

  /** An account that answers at once and forgets everything with the process. */
  public PracticeAccount(Scenario scenario) {
    this(scenario, WriteLog.NONE, CallListener.NONE, Duration.ZERO, Clock.systemUTC(), false);
  }

  /** Keeps what was done; an account is worth remembering once anything was. */
  private void keep(WriteLog.LoggedWrite entry) {
    if (!kept) {
      kept = true;
      log.append(ConsoleAction.OPEN_ACCOUNT.entry(Map.of("at", model.opened.toString())));
    }
    log.append(entry);
  }

  /** Makes a write again; one that does not fit any more is left out. */
  private void replay(WriteLog.LoggedWrite entry) {
    if (entry.service().equals(ConsoleAction.SERVICE)) {
      ConsoleAction.again(entry, model);
      return;
    }
    try {
      Writes.find(entry.service() + ":" + entry.operation())
          .ifPresent(write -> replay(write, entry));
    } catch (SdkException | IllegalArgumentException e) {
      // The scenario or the program has changed since; the rest may still fit.
    }
  }

  private <Q extends AwsRequest, R extends AwsResponse> void replay(
      Operation<Q, R> write, WriteLog.LoggedWrite entry) {
    Q request = write.request(entry.request());
    PracticeHandlers.answer(model, new PracticeCall<>(write, request, entry.region()));
  }

  /** What a person does in the console: the root user gets a passkey. */
  public void assignRootMfa() {
    act(ConsoleAction.ASSIGN_ROOT_MFA);
  }

  /** What a person does in the mailbox: follows the link of every mail that SNS has sent. */
  public void confirmMails() {
    act(ConsoleAction.CONFIRM_MAILS);
  }

  /** What a person does in the console: the root user's access keys go. */
  public void deleteRootAccessKeys() {
    act(ConsoleAction.DELETE_ROOT_KEYS);
  }

  /** What a person does in the console: a user gets a password and an MFA device. */
  public void finishUser(String name) {
    synchronized (model) {
      log.append(ConsoleAction.FINISH_USER.act(model, Map.of("UserName", name)));
    }
  }

  private void act(ConsoleAction action) {
    synchronized (model) {
      keep(action.act(model, Map.of()));
    }
  }

  /** A user signs in for the first time, and chooses a password. */
  public void signIn(String name) {
    synchronized (model) {
      People.UserRecord person = model.people.user(name);
      person.oneTime = false;
      person.used = Optional.of(model.clock.instant());
    }
  }

  /**
   * What a person does in the console: a user has AdministratorAccess directly, or has it no
   * longer.
   */
  public void administrator(String user, boolean directly) {
    synchronized (model) {
      People.UserRecord person = model.people.user(user);
      person.policies.remove(People.ADMINISTRATOR);
      if (directly) {
        person.policies.add(People.ADMINISTRATOR);
      }
    }
  }

  /**
   * IAM Identity Center has AdministratorAccess provisioned in the account.
   *
   * @param region where its instance lives
   * @param own whether this account may see the instance
   * @param people whom it is assigned to
   */
  public void identityCenter(String region, boolean own, List<String> people) {
    synchronized (model) {
      model.roles.put(model.identityCenter.provision(region, own, people), true);
    }
  }

  /** From now on calls fail as the fault says, before they have done anything. */
  public void add(Fault fault) {
    faults.add(fault);
  }

  /**
   * From now on nobody is allowed to do this.
   *
   * @param action an IAM action, as {@code budgets:ViewBudget}
   * @param message what AWS says then
   */
  public void deny(String action, String message) {
    model.denied.put(action, message);
    faults.deny(action, message);
  }

  /**
   * From now on everything is refused in a Region.
   *
   * @param message what AWS says then
   */
  public void denyIn(String region, String message) {
    faults.denyIn(region, message);
  }

  /** What runs in a Region, to be filled before anybody looks. */
  public Workload workload(String region) {
    synchronized (model) {
      return model.workloads.in(region);
    }
  }

  /** The users, to be filled before anybody looks. */
  public People people() {
    synchronized (model) {
      return model.people;
    }
  }

  @Override
  public <Q extends AwsRequest, R extends AwsResponse> R call(
      Operation<Q, R> operation, Q request, String region) {
    PracticeCall<Q, R> call = new PracticeCall<>(operation, request, region);
    long began = System.nanoTime();
    try {
      R response = call.response(answer(call));
      ended(call, CallEnd.answered(200, response, since(began), 1));
      return response;
    } catch (SdkException e) {
      SdkException failure = e instanceof AwsServiceException answer ? call.named(answer) : e;
      ended(call, CallEnd.failed(failure, since(began), 1));
      throw failure;
    }
  }

  private <Q extends AwsRequest> AwsResponse.Builder answer(PracticeCall<Q, ?> call) {
    listener.calling(call.service().sdk(), call.name(), call.region());
    latency.pause(call);
    faults.check(call);
    synchronized (model) {
      if (PracticeState.REGION_OFF.equals(model.regions.get(call.region()))) {
        throw Errors.regionOff(call.service().cli());
      }
      person.stream()
          .flatMap(somebody -> somebody.acts(call.name(), model).stream())
          .forEach(visit -> keep(visit.action().act(model, visit.request())));
      AwsResponse.Builder begun = PracticeHandlers.answer(model, call);
      call.written().ifPresent(this::keep);
      return begun;
    }
  }

  private void ended(PracticeCall<?, ?> call, CallEnd end) {
    listener.ended(call.service().sdk(), call.name(), call.region(), end);
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
