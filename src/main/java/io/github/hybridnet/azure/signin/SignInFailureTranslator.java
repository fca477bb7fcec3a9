package io.github.hybridnet.azure.signin;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.azure.http.CloudErrorTranslator;
import io.github.hybridnet.azure.http.SecretScrubber;
import io.github.hybridnet.azure.signin.EntraErrorCodes.ErrorAdvice;
import io.github.hybridnet.azure.signin.cloud.EndpointProblems;
import io.github.hybridnet.azure.signin.credential.SignInIdentity;
import io.github.hybridnet.azure.signin.token.TokenRefusedException;
import io.github.hybridnet.text.UserException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells why somebody could not sign in. What libraries say of it is kept for debug output. */
public final class SignInFailureTranslator {
  private final CloudErrorTranslator errors;
  private final SecretScrubber secretScrubber;
  private final SignInIdentity signInIdentity;
  private final URI authority;

  /**
   * Tells it of one identity.
   *
   * @param authority where it signs in
   */
  SignInFailureTranslator(
      CloudErrorTranslator errors, SignInIdentity signInIdentity, URI authority) {
    this.errors = errors;
    this.secretScrubber = errors.scrubber();
    this.signInIdentity = signInIdentity;
    this.authority = authority;
  }

  /**
   * The failure of signing in anew, in the middle of the work: an interruption as it is, the
   * failure of the connection, or one that says what {@link #of} says.
   */
  RuntimeException later(RuntimeException thrown) {
    if (in(thrown, InterruptedException.class).isPresent()) {
      return thrown;
    }
    CloudException failure = errors.of(thrown);
    if (failure.kind() == Kind.UNREACHABLE || failure.kind() == Kind.BUSY) {
      return failure;
    }
    String sentence = String.valueOf(of(thrown).getMessage()).lines().findFirst().orElse("");
    return new CloudException(
        Kind.UNAUTHORIZED,
        OwnErrorCode.SIGN_IN_FAILED,
        sentence,
        CloudException.Answer.NONE,
        secretScrubber.clean(thrown));
  }

  /** The failure of asking for a token. */
  UserException of(RuntimeException thrown) {
    Optional<UserException> known = in(thrown, UserException.class);
    if (known.isPresent()) {
      return known.get();
    }
    Throwable detail = secretScrubber.clean(thrown);
    Optional<TokenRefusedException> refusal = in(thrown, TokenRefusedException.class);
    if (refusal.isPresent()) {
      return refused(refusal.get(), detail);
    }
    CloudException failure = errors.of(thrown);
    return switch (failure.kind()) {
      case UNREACHABLE -> EndpointProblems.of(failure, authority);
      case BUSY -> SignInRefusalProblems.passing(signInIdentity, said(failure), detail);
      default ->
          in(thrown, CloudException.class)
              .map(
                  foreign ->
                      SignInRefusalProblems.refused(signInIdentity, said(foreign), "", detail))
              .orElseGet(
                  () ->
                      SignInRefusalProblems.notUnderstood(
                          signInIdentity, innermost(thrown), detail));
    };
  }

  private UserException refused(TokenRefusedException refusal, Throwable detail) {
    String said =
        refusal.getMessage() == null || refusal.getMessage().isEmpty()
            ? refusal.error()
            : refusal.getMessage();
    Optional<ErrorAdvice> advice = EntraErrorCodes.of(refusal.codes());
    if (advice.isEmpty()) {
      return refusal.error().equals("temporarily_unavailable")
          ? SignInRefusalProblems.passing(signInIdentity, said, detail)
          : SignInRefusalProblems.refused(signInIdentity, said, refusal.correlation(), detail);
    }
    return switch (advice.get().matter()) {
      case SECRET -> SignInProblems.wrongSecret(signInIdentity, said, detail);
      case TENANT -> SignInProblems.wrongTenant(signInIdentity, said, detail);
      case CLIENT -> SignInProblems.unknownClient(signInIdentity, said, detail);
      case PASSING -> SignInRefusalProblems.passing(signInIdentity, said, detail);
      case FEDERATION, OTHER ->
          SignInRefusalProblems.advised(signInIdentity, advice.get(), said, detail);
    };
  }

  private static String said(CloudException failure) {
    return failure.code() + ": " + failure.getMessage();
  }

  private static String innermost(Throwable thrown) {
    Throwable last = thrown;
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      last = t;
    }
    return last.getClass().getSimpleName();
  }

  private static <T extends Throwable> Optional<T> in(@Nullable Throwable thrown, Class<T> type) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return Optional.of(type.cast(t));
      }
    }
    return Optional.empty();
  }
}
