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
import io.github.hybridnet.text.CauseChain;
import io.github.hybridnet.text.UserException;
import java.net.URI;
import java.util.Optional;

/** Words why a sign-in failed. The texts of libraries are kept for debug output. */
final class SignInFailureTranslator {
  private final CloudErrorTranslator errors;
  private final SecretScrubber secretScrubber;
  private final SignInIdentity identity;
  private final URI authority;

  /**
   * Tells it of one identity.
   *
   * @param authority where it signs in
   */
  SignInFailureTranslator(CloudErrorTranslator errors, SignInIdentity identity, URI authority) {
    this.errors = errors;
    this.secretScrubber = errors.scrubber();
    this.identity = identity;
    this.authority = authority;
  }

  /**
   * The failure of a later sign-in, during the work: an interruption as it is, the failure of the
   * connection, or one that says what {@link #of} says.
   */
  RuntimeException later(RuntimeException thrown) {
    if (CauseChain.find(thrown, InterruptedException.class).isPresent()) {
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
    Optional<UserException> known = CauseChain.find(thrown, UserException.class);
    if (known.isPresent()) {
      return known.get();
    }
    Throwable detail = secretScrubber.clean(thrown);
    Optional<TokenRefusedException> refusal = CauseChain.find(thrown, TokenRefusedException.class);
    if (refusal.isPresent()) {
      return refused(refusal.get(), detail);
    }
    CloudException failure = errors.of(thrown);
    return switch (failure.kind()) {
      case UNREACHABLE -> EndpointProblems.of(failure, authority);
      case BUSY -> SignInRefusalProblems.temporary(identity, said(failure), detail);
      default ->
          CauseChain.find(thrown, CloudException.class)
              .map(foreign -> SignInRefusalProblems.refused(identity, said(foreign), "", detail))
              .orElseGet(
                  () ->
                      SignInRefusalProblems.notUnderstood(
                          identity,
                          CauseChain.innermost(thrown).getClass().getSimpleName(),
                          detail));
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
          ? SignInRefusalProblems.temporary(identity, said, detail)
          : SignInRefusalProblems.refused(identity, said, refusal.correlation(), detail);
    }
    return switch (advice.get().category()) {
      case SECRET -> SignInProblems.wrongSecret(identity, said, detail);
      case TENANT -> SignInProblems.wrongTenant(identity, said, detail);
      case CLIENT -> SignInProblems.unknownClient(identity, said, detail);
      case TEMPORARY -> SignInRefusalProblems.temporary(identity, said, detail);
      case FEDERATION, OTHER -> SignInRefusalProblems.advised(identity, advice.get(), said, detail);
    };
  }

  private static String said(CloudException failure) {
    return failure.code() + ": " + failure.getMessage();
  }
}
