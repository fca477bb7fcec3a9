package io.github.hybridnet.engine.guard;

import io.github.hybridnet.text.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;

/** Whether the sign-in lasts until the work is done. */
final class SignInCheck implements GuardCheck {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final Supplier<SignInLifetime> term;
  private final InstantSource clock;

  SignInCheck(Supplier<SignInLifetime> term, InstantSource clock) {
    this.term = term;
    this.clock = clock;
  }

  @Override
  public List<GuardObjection> objections(GuardedWork work) {
    SignInLifetime signIn = term.get();
    Duration needed = work.duration();
    Instant end = clock.instant().plus(needed);
    if (signIn.covers(end)) {
      return List.of();
    }
    return signIn.kind() == SignInLifetime.Kind.ENDS
        ? List.of(tooShort(signIn, needed))
        : List.of(unknown(signIn, needed));
  }

  private static GuardObjection tooShort(SignInLifetime signIn, Duration needed) {
    return new GuardObjection(
        GuardQuestion.SIGN_IN,
        GuardObjection.Kind.REFUSED,
        "This sign-in ends at %s (%s), and the work may take %s."
            .formatted(
                TIME.format(signIn.surely()), signIn.reason(), DurationText.wordsRoundedUp(needed)),
        "start the goal right after signing in, or use a sign-in that renews itself"
            + " (docs/sign-in.md)");
  }

  private static GuardObjection unknown(SignInLifetime signIn, Duration needed) {
    return new GuardObjection(
        GuardQuestion.SIGN_IN,
        GuardObjection.Kind.UNKNOWN,
        "It is not known whether this sign-in lasts for the %s that the work may take (%s)."
            .formatted(DurationText.wordsRoundedUp(needed), signIn.reason()),
        "use a sign-in that renews itself (docs/sign-in.md)");
  }
}
