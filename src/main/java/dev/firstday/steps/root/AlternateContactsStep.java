package dev.firstday.steps.root;

import dev.firstday.aws.Account;
import dev.firstday.aws.Query;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.account.model.AlternateContact;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.account.model.ContactInformation;
import software.amazon.awssdk.services.account.model.GetAlternateContactResponse;
import software.amazon.awssdk.services.account.model.GetContactInformationResponse;
import software.amazon.awssdk.services.account.model.PutAlternateContactRequest;

/**
 * The billing, operations and security contacts are set. A contact that is there is never changed.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html">Update
 *     the alternate contacts</a>
 */
public final class AlternateContactsStep implements Step<Account> {
  /** Security first: it is the one that AWS writes to when something is wrong. */
  private static final List<AlternateContactType> TYPES =
      List.of(
          AlternateContactType.SECURITY,
          AlternateContactType.OPERATIONS,
          AlternateContactType.BILLING);

  private static final List<String> FIELDS = List.of("name", "title", "email", "phone");

  @Override
  public Assessment assess(Account account, Answers answers) {
    Assessment.Builder found = Assessment.builder();
    List<AlternateContact> contacts = new ArrayList<>();
    account.query(Reads.GET_CONTACT_INFORMATION).prefetch();
    TYPES.forEach(type -> read(type, account).prefetch());
    for (AlternateContactType type : TYPES) {
      Assessment.Builder foundOfType = found.apart();
      try {
        Optional<AlternateContact> contact = find(type, account);
        contact.ifPresent(contacts::add);
        assess(type, contact, account, answers, foundOfType);
        found.fact("all-three", contact.isPresent());
        if (type == AlternateContactType.SECURITY) {
          found.fact("security", contact.isPresent());
        }
      } catch (CallFailed e) {
        foundOfType.unseen(e.problem()).fact("all-three", Judgement.NOT_JUDGED);
      }
    }
    boolean unseen = found.build().problem().isPresent();
    Judgement different = different(account, contacts);
    return found
        .fact("different", unseen ? Judgement.NOT_JUDGED : different)
        // Only a person knows.
        .fact("read-by-several", Judgement.NOT_JUDGED)
        .build();
  }

  private static Query<GetAlternateContactResponse> read(
      AlternateContactType type, Account account) {
    return account.query(
        Reads.GET_ALTERNATE_CONTACT, contact -> contact.alternateContactType(type));
  }

  private static Optional<AlternateContact> find(AlternateContactType type, Account account)
      throws CallFailed {
    return read(type, account)
        .find("ResourceNotFoundException")
        .map(GetAlternateContactResponse::alternateContact);
  }

  /** Whether the three contacts and the primary one are four people. */
  private static Judgement different(Account account, List<AlternateContact> contacts) {
    List<String> names = new ArrayList<>();
    List<String> phones = new ArrayList<>();
    Set<String> emails = new HashSet<>();
    for (AlternateContact contact : contacts) {
      names.add(contact.name());
      phones.add(contact.phoneNumber());
      emails.add(contact.emailAddress());
    }
    boolean three = emails.size() == TYPES.size() && !twice(names) && !twice(phones);
    try {
      ContactInformation primary =
          account
              .query(Reads.GET_CONTACT_INFORMATION)
              .required(GetContactInformationResponse::contactInformation);
      names.add(primary.fullName());
      phones.add(primary.phoneNumber());
      return Judgement.of(three && !twice(names) && !twice(phones));
    } catch (CallFailed e) {
      return three ? Judgement.NOT_JUDGED : Judgement.NOT_MET;
    }
  }

  private static boolean twice(List<String> texts) {
    return new HashSet<>(texts).size() < texts.size();
  }

  private static void assess(
      AlternateContactType type,
      Optional<AlternateContact> contact,
      Account account,
      Answers answers,
      Assessment.Builder found) {
    String name = name(type);
    if (contact.isPresent()) {
      found.ok(Note.of(name + "-set", contact.get().emailAddress()));
      return;
    }
    found.missing(Note.of(name + "-missing"));
    String prefix = answers.flag("same-for-all") ? "" : name + ".";
    List<String> missing =
        FIELDS.stream().map(prefix::concat).filter(key -> answers.text(key).isEmpty()).toList();
    if (!missing.isEmpty()) {
      missing.forEach(found::missingAnswer);
      return;
    }
    found.change(set(type, prefix, account, answers));
  }

  private static String name(AlternateContactType type) {
    return type.toString().toLowerCase(Locale.ROOT);
  }

  private static Change set(
      AlternateContactType type, String prefix, Account account, Answers answers) {
    PutAlternateContactRequest put =
        PutAlternateContactRequest.builder()
            .alternateContactType(type)
            .name(answers.text(prefix + "name").get())
            .title(answers.text(prefix + "title").get())
            .emailAddress(answers.text(prefix + "email").get())
            .phoneNumber(answers.text(prefix + "phone").get())
            .build();
    return account
        .change("alternate-contacts/" + name(type), put)
        .verifiedBy(
            read(type, account),
            "/AlternateContact/Name",
            "/AlternateContact/Title",
            "/AlternateContact/EmailAddress",
            "/AlternateContact/PhoneNumber")
        .create(Note.of(name(type), put.name(), put.emailAddress()));
  }
}
