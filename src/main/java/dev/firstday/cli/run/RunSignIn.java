package dev.firstday.cli.run;

import dev.firstday.aws.ConnectivityProbe;
import dev.firstday.aws.SignIn;
import dev.firstday.aws.operations.AwsApi;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.signin.SignInCredentials;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Signs a run in: to AWS, or to a practice account. */
public final class RunSignIn {
  /** Asks who is signed in as well as any other. */
  private static final String ANY_REGION = "us-east-1";

  private final RunSettings run;
  private final CallListener listener;
  private final MfaAtPrompt codes;
  private Optional<SignInCredentials> credentials = Optional.empty();

  RunSignIn(RunSettings run, CallListener listener) {
    this.run = run;
    this.listener = listener;
    this.codes = new MfaAtPrompt(run.world(), run.messages());
  }

  /**
   * Signs in to the account of this run.
   *
   * @param personAtWork whether somebody does meanwhile what only a person can
   */
  SignIn.SignInResult signIn(Map<String, String> given, boolean personAtWork) throws CallFailed {
    return run.onPractice()
        ? practice(given, personAtWork)
        : SignIn.to(toRegion(run.homeRegion(given)));
  }

  /** What it takes to sign in to AWS. */
  SignIn.SignInOptions toRegion(String region) {
    return new SignIn.SignInOptions(credentials(region), region, run.network(), listener);
  }

  /** The credentials of this run, for all accounts: who is asked for a code is asked once. */
  private synchronized SignInCredentials credentials(String region) {
    if (credentials.isEmpty()) {
      credentials =
          Optional.of(
              new SignInCredentials(
                  new SignInCredentials.CredentialOptions(
                      run::unchecked, region, run.network(), codes, run.world().clock())));
    }
    return credentials.get();
  }

  private SignIn.SignInResult practice(Map<String, String> given, boolean personAtWork)
      throws CallFailed {
    PracticeLog writes = new PracticeLog(run.stateFolder());
    if (run.options().practiceReset) {
      writes.clear();
    }
    AwsApi account =
        run.world()
            .practice()
            .account(
                run.scenario(),
                writes,
                listener,
                personAtWork ? Duration.ofMillis(120) : Duration.ZERO,
                run.world().clock(),
                personAtWork);
    return SignIn.to(account, run.practiceRegion(given), Optional.of(run.scenario().id()));
  }

  /** Signs in to an account in memory that nothing was ever done to. */
  SignIn.SignInResult emptyAccount(Map<String, String> given) throws CallFailed {
    return SignIn.to(
        new PracticeAccount(Scenario.NEW),
        run.regionOption().orElse(given.getOrDefault("home-region", ANY_REGION)),
        Optional.of(Scenario.NEW.id()));
  }

  /**
   * Asks for the code of an MFA device where signing in will need one, before a screen or a talk
   * begins: then nobody could be asked. What goes wrong is told there, by the sign-in itself.
   */
  public void askForCode(Map<String, String> given) {
    credentials(regionOrAny(given)).tryNow();
    codes.close();
  }

  /** Who is signed in; where no Region is known, to none in particular. */
  public Identity whoIsSignedIn(Map<String, String> given) throws CallFailed {
    SignIn.SignInResult signedIn =
        run.onPractice() ? practice(given, false) : SignIn.to(toRegion(regionOrAny(given)));
    return signedIn.account().identity();
  }

  /** What keeps this machine from AWS, whoever asks; empty if nothing. */
  public Optional<Problem> reach(Map<String, String> given) {
    return ConnectivityProbe.problem(toRegion(regionOrAny(given)));
  }

  private String regionOrAny(Map<String, String> given) {
    return run.knownRegion(given).orElse(ANY_REGION);
  }
}
