package dev.firstday.steps.root;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Whether a phone number without a country code is read as Japan writes its own: if the run, the
 * home Region or the address of the account's primary contact is Japanese.
 */
public final class PhoneCountry {
  private final BooleanSupplier run;
  private volatile boolean supposed;
  private volatile Optional<Account> account = Optional.empty();

  /**
   * @param run whether the run alone says so, before anything of it is read
   */
  public PhoneCountry(BooleanSupplier run) {
    this.run = run;
  }

  /** The international form of a number; empty if there is no such number. */
  public Optional<String> international(String text) {
    return inJapan() ? PhoneNumbers.internationalFromJapan(text) : PhoneNumbers.international(text);
  }

  /** Supposes that it is Japan, whatever else is known, or does so no longer. */
  public void suppose(boolean japan) {
    supposed = japan;
  }

  /** From now on what was read of this account counts, too. */
  public void of(Account signedIn) {
    account = Optional.of(signedIn);
  }

  /** Whether it is Japan, as far as is known; nothing is read for it. */
  public boolean inJapan() {
    return supposed
        || run.getAsBoolean()
        || account
            .filter(
                one ->
                    PhoneNumbers.inJapan(one.homeRegion())
                        || one.query(Reads.GET_CONTACT_INFORMATION)
                            .known()
                            .filter(known -> known.contactInformation() != null)
                            .filter(known -> "JP".equals(known.contactInformation().countryCode()))
                            .isPresent())
            .isPresent();
  }

  /** Whether it is Japan, also by the primary contact, which is read. */
  public boolean inJapanByContact() {
    try {
      if (account.isPresent()) {
        account.get().query(Reads.GET_CONTACT_INFORMATION).read();
      }
    } catch (CallFailed e) {
      // The step that is about the contact says so.
      return inJapan();
    }
    return inJapan();
  }
}
