package dev.firstday.steps.root;

import dev.firstday.aws.Account;
import dev.firstday.aws.ChangeBuilder;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import java.util.Optional;
import software.amazon.awssdk.services.account.model.ContactInformation;
import software.amazon.awssdk.services.account.model.GetContactInformationResponse;
import software.amazon.awssdk.services.account.model.PutContactInformationRequest;

/**
 * The primary contact's phone number is one that AWS can call and text: it begins with +, exists,
 * and is not toll-free. AWS needs it to give a lost root user back.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-primary.html">Update
 *     the primary contact</a>
 */
public final class ContactPhoneStep implements Step<Account> {
  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    ContactInformation contact =
        account
            .query(Reads.GET_CONTACT_INFORMATION)
            .required(GetContactInformationResponse::contactInformation);
    String present = Optional.ofNullable(contact.phoneNumber()).map(String::strip).orElse("");
    Optional<PhoneNumbers.ParsedNumber> meant = PhoneNumbers.parse(present, contact.countryCode());
    Assessment.Builder found =
        Assessment.builder()
            .fact("valid-number", usable(present, meant))
            // Only a person knows.
            .fact("up-to-date", Judgement.NOT_JUDGED);
    if (usable(present, meant)) {
      return good(present, meant.get(), found).build();
    }
    found.missing(wrong(present, meant));
    Optional<String> answer = answers.text("number");
    Optional<String> number =
        answer.or(() -> meant.filter(n -> !n.tollFree()).map(PhoneNumbers.ParsedNumber::e164));
    if (number.isEmpty()) {
      return found.missingAnswer("number").build();
    }
    if (answer.isEmpty()) {
      found.info(Note.of("repaired", number.get()));
    }
    return found.change(change(account, contact, present, number.get())).build();
  }

  private static Change change(
      Account account, ContactInformation contact, String present, String number) {
    ChangeBuilder change =
        account
            .change("contact-phone/number", put(contact.toBuilder().phoneNumber(number).build()))
            .verifiedBy(
                account.query(Reads.GET_CONTACT_INFORMATION), "/ContactInformation/PhoneNumber");
    // Only old accounts have a number without +; AWS does not take it back.
    if (present.startsWith("+")) {
      change.undoneBy(Effect.CHANGE, put(contact));
    }
    return change.build(Effect.CHANGE, Note.of("number", present, number));
  }

  /** A put replaces the whole contact, so everything else goes back as it came. */
  private static PutContactInformationRequest put(ContactInformation contact) {
    return PutContactInformationRequest.builder().contactInformation(contact).build();
  }

  private static boolean usable(String present, Optional<PhoneNumbers.ParsedNumber> meant) {
    return meant.isPresent()
        && !meant.get().tollFree()
        && !meant.get().extension()
        && present.startsWith("+")
        && digits(present).equals(digits(meant.get().e164()));
  }

  private static String digits(String number) {
    return number.replaceAll("[^0-9]", "");
  }

  private static Assessment.Builder good(
      String present, PhoneNumbers.ParsedNumber number, Assessment.Builder found) {
    found.ok(Note.of("good", number.e164()));
    if (!present.equals(number.e164())) {
      found.info(Note.of("spaces", present));
    }
    if (number.landline()) {
      found.info(Note.of("landline"));
    }
    return found;
  }

  private static Note wrong(String present, Optional<PhoneNumbers.ParsedNumber> meant) {
    if (present.isEmpty()) {
      return Note.of("no-number");
    } else if (meant.isEmpty()) {
      return Note.of("invalid", present);
    } else if (meant.get().tollFree()) {
      return Note.of("toll-free", present);
    } else if (meant.get().extension()) {
      return Note.of("extension", present);
    }
    return Note.of(present.startsWith("+") ? "trunk-zero" : "no-plus", present);
  }
}
