package dev.firstday.steps.root;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.account.model.GetContactInformationResponse;
import software.amazon.awssdk.services.artifact.model.CustomerAgreementState;
import software.amazon.awssdk.services.artifact.model.CustomerAgreementSummary;
import software.amazon.awssdk.services.artifact.model.ListCustomerAgreementsResponse;
import software.amazon.awssdk.services.taxsettings.model.ListTaxRegistrationsResponse;

/**
 * The contract with AWS is under Japanese law. AWS shows that in one of three ways, or not at all:
 * then a person's word counts, for nothing that is missing here proves that it is not so. To accept
 * an agreement is a legal act, and never done by a program.
 *
 * @see <a href="https://docs.aws.amazon.com/artifact/latest/ug/accept-single-agreement.html">Accept
 *     an agreement in AWS Artifact</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/finding-the-seller-of-record.html">Finding
 *     the seller of record</a>
 */
public final class GoverningLawStep implements Step<Account> {
  private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  /** Since then AWS Japan is the contract's other party for everybody with a Japanese address. */
  private static final LocalDate AWS_JAPAN = LocalDate.of(2022, 2, 1);

  private static final Pattern JAPAN = Pattern.compile("(?i)japan|日本");

  // Agreements on other matters name Japan, too.
  private static final Pattern LAW =
      Pattern.compile("(?i)\\blaws?\\b|customer agreement|準拠法|カスタマーアグリーメント");

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    if (!account.identity().partition().equals("aws")) {
      return Assessment.notApplicable(Note.of("not-offered"));
    }
    ObservedSources look = new ObservedSources(account);
    Optional<String> country = look.country();
    Optional<String> wanted = answers.text("wanted");
    if (wanted.isPresent() && !answers.flag("wanted")) {
      return Assessment.notApplicable(Note.of("not-wanted"));
    }
    if (wanted.isEmpty() && country.isPresent() && !country.get().equals("JP")) {
      return Assessment.notApplicable(Note.of("other-country", country.get()));
    }
    look.evidence(country);
    return look.assessment();
  }

  /** One source of evidence. */
  @FunctionalInterface
  private interface LawSource<T> {
    Optional<T> read() throws CallFailed;
  }

  /** What was seen so far. */
  private static final class ObservedSources {
    private final Account account;
    private final List<Note> evidence = new ArrayList<>();
    private final List<Problem> unseen = new ArrayList<>();

    ObservedSources(Account account) {
      this.account = account;
    }

    Optional<String> country() {
      return see(
          () ->
              Optional.ofNullable(
                  account
                      .query(Reads.GET_CONTACT_INFORMATION)
                      .required(GetContactInformationResponse::contactInformation)
                      .countryCode()));
    }

    void evidence(Optional<String> country) {
      account.query(Reads.LIST_CUSTOMER_AGREEMENTS).prefetch();
      if (country.equals(Optional.of("JP"))) {
        account.query(Reads.GET_ACCOUNT_INFORMATION).prefetch();
      }
      see(this::seller).ifPresent(evidence::add);
      see(this::agreement).ifPresent(evidence::add);
      if (country.equals(Optional.of("JP"))) {
        see(this::openedSince).ifPresent(evidence::add);
      }
    }

    private <T> Optional<T> see(LawSource<T> source) {
      try {
        return source.read();
      } catch (CallFailed e) {
        unseen.add(e.problem());
        return Optional.empty();
      }
    }

    private Optional<Note> seller() throws CallFailed {
      return account
          .query(Reads.LIST_TAX_REGISTRATIONS)
          .all(ListTaxRegistrationsResponse::accountDetails)
          .stream()
          .filter(one -> account.identity().accountId().equals(one.accountId()))
          .filter(one -> one.accountMetaData() != null && one.accountMetaData().seller() != null)
          .map(one -> one.accountMetaData().seller())
          .filter(seller -> JAPAN.matcher(seller).find())
          .map(seller -> Note.of("seller", seller))
          .findFirst();
    }

    private Optional<Note> agreement() throws CallFailed {
      return account
          .query(Reads.LIST_CUSTOMER_AGREEMENTS)
          .all(ListCustomerAgreementsResponse::customerAgreements)
          .stream()
          .filter(one -> one.state() == CustomerAgreementState.ACTIVE)
          .filter(GoverningLawStep::isAboutJapaneseLaw)
          .map(one -> Note.of("agreement", one.name()))
          .findFirst();
    }

    private Optional<Note> openedSince() throws CallFailed {
      return Optional.ofNullable(
              account.query(Reads.GET_ACCOUNT_INFORMATION).read().accountCreatedDate())
          .map(GoverningLawStep::dayInTokyo)
          .filter(day -> !day.isBefore(AWS_JAPAN))
          .map(day -> Note.of("opened-since", day));
    }

    Assessment assessment() {
      Assessment.Builder found = Assessment.builder();
      evidence.forEach(found::ok);
      if (evidence.isEmpty()) {
        unseen.forEach(found::unseen);
      }
      if (evidence.isEmpty() && unseen.isEmpty()) {
        found.info(Note.of("nothing-shown")).fixed(Verdict.UNATTESTED);
      }
      return found.build();
    }
  }

  private static boolean isAboutJapaneseLaw(CustomerAgreementSummary agreement) {
    String text = agreement.name() + " " + agreement.description();
    return JAPAN.matcher(text).find() && LAW.matcher(text).find();
  }

  private static LocalDate dayInTokyo(Instant time) {
    // A time of the SDK may lie outside of what a calendar has.
    Instant kept = time.isAfter(LAST) ? LAST : time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time;
    return kept.atZone(TOKYO).toLocalDate();
  }
}
