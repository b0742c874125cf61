package dev.firstday.practice.billing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.account.model.ContactInformation;
import software.amazon.awssdk.services.account.model.PutAlternateContactRequest;
import software.amazon.awssdk.services.account.model.ValidationExceptionField;

/** What the account API takes as a contact. */
public final class ContactRules {
  /** Countries whose addresses need a state or region. */
  private static final Set<String> WITH_STATE = Set.of("US", "CA", "GB", "DE", "JP", "IN", "BR");

  private final List<ValidationExceptionField> wrong = new ArrayList<>();

  private ContactRules() {}

  /** What is wrong with an alternate contact. */
  public static List<ValidationExceptionField> wrong(PutAlternateContactRequest contact) {
    ContactRules rules = new ContactRules();
    rules.required("alternateContactType", contact.alternateContactTypeAsString(), 10, ".*");
    rules.required("name", contact.name(), 64, ".*");
    rules.required("title", contact.title(), 50, ".*");
    rules.required(
        "emailAddress",
        contact.emailAddress(),
        254,
        "[\\s]*[\\w+=.#|!&-]+@[\\w.-]+\\.[\\w]+[\\s]*");
    rules.required("phoneNumber", contact.phoneNumber(), 25, "[\\s0-9()+-]+");
    return rules.wrong;
  }

  /** What is wrong with a primary contact. */
  public static List<ValidationExceptionField> wrong(ContactInformation contact) {
    ContactRules rules = new ContactRules();
    rules.required("fullName", contact.fullName(), 50, ".*");
    rules.required("addressLine1", contact.addressLine1(), 60, ".*");
    rules.optional("addressLine2", contact.addressLine2(), 60, ".*");
    rules.optional("addressLine3", contact.addressLine3(), 60, ".*");
    rules.required("city", contact.city(), 50, ".*");
    rules.optional("stateOrRegion", contact.stateOrRegion(), 50, ".*");
    rules.optional("districtOrCounty", contact.districtOrCounty(), 50, ".*");
    rules.required("postalCode", contact.postalCode(), 20, ".*");
    rules.required("countryCode", contact.countryCode(), 2, "[A-Z]{2}");
    rules.required("phoneNumber", contact.phoneNumber(), 20, "[+][\\s0-9()-]+");
    rules.optional("companyName", contact.companyName(), 50, ".*");
    rules.optional("websiteUrl", contact.websiteUrl(), 256, ".*");
    if (contact.countryCode() != null
        && WITH_STATE.contains(contact.countryCode())
        && contact.stateOrRegion() == null) {
      rules.add("stateOrRegion", "Member must not be null");
    }
    return rules.wrong;
  }

  private void required(String name, String value, int longest, String pattern) {
    if (value == null) {
      add(name, "Member must not be null");
    } else {
      optional(name, value, longest, pattern);
    }
  }

  private void optional(String name, String value, int longest, String pattern) {
    if (value == null) {
      return;
    }
    if (value.isEmpty() || value.length() > longest) {
      add(name, "Member must have length between 1 and " + longest);
    } else if (!value.matches(pattern)) {
      add(name, "Member must satisfy regular expression pattern: " + pattern);
    }
  }

  private void add(String name, String message) {
    wrong.add(ValidationExceptionField.builder().name(name).message(message).build());
  }
}
