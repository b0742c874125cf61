package dev.firstday.steps;

import dev.firstday.aws.Account;
import dev.firstday.aws.Reads;
import dev.firstday.engine.Answers;
import dev.firstday.engine.Assessment;
import dev.firstday.engine.CallFailed;
import dev.firstday.engine.Effect;
import dev.firstday.engine.Note;
import dev.firstday.engine.Step;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.account.model.AlternateContact;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.account.model.DeleteAlternateContactRequest;
import software.amazon.awssdk.services.account.model.GetAlternateContactRequest;
import software.amazon.awssdk.services.account.model.GetAlternateContactResponse;
import software.amazon.awssdk.services.account.model.PutAlternateContactRequest;

/**
 * The billing, operations and security contacts are set. A contact that is there is never changed.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html">Update
 *     the alternate contacts</a>
 */
final class AlternateContactsStep implements Step<Account> {
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
    TYPES.forEach(type -> account.ahead(Reads.GET_ALTERNATE_CONTACT, read(type)));
    for (AlternateContactType type : TYPES) {
      Assessment.Builder foundOfType = found.apart();
      try {
        assess(type, account, answers, foundOfType);
      } catch (CallFailed e) {
        foundOfType.unseen(e.problem());
      }
    }
    return found.build();
  }

  private static GetAlternateContactRequest read(AlternateContactType type) {
    return GetAlternateContactRequest.builder().alternateContactType(type).build();
  }

  private static void assess(
      AlternateContactType type, Account account, Answers answers, Assessment.Builder found)
      throws CallFailed {
    String name = type.toString().toLowerCase(Locale.ROOT);
    GetAlternateContactRequest read = read(type);
    Optional<AlternateContact> contact =
        account
            .find(Reads.GET_ALTERNATE_CONTACT, read, "ResourceNotFoundException")
            .map(GetAlternateContactResponse::alternateContact);
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
    PutAlternateContactRequest put =
        PutAlternateContactRequest.builder()
            .alternateContactType(type)
            .name(answers.text(prefix + "name").get())
            .title(answers.text(prefix + "title").get())
            .emailAddress(answers.text(prefix + "email").get())
            .phoneNumber(answers.text(prefix + "phone").get())
            .build();
    found.change(
        account
            .change("alternate-contacts/" + name, put)
            .shownBy(
                Reads.GET_ALTERNATE_CONTACT,
                read,
                "/AlternateContact/Name",
                "/AlternateContact/Title",
                "/AlternateContact/EmailAddress",
                "/AlternateContact/PhoneNumber")
            .undoneBy(
                Effect.DELETE,
                DeleteAlternateContactRequest.builder().alternateContactType(type).build())
            .because(Effect.CREATE, Note.of(name, put.name(), put.emailAddress())));
  }
}
