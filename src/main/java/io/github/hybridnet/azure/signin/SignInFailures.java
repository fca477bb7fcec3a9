package io.github.hybridnet.azure.signin;

import io.github.hybridnet.azure.http.Scrubber;
import io.github.hybridnet.azure.http.ServiceErrors;
import io.github.hybridnet.azure.signin.EntraCodes.Advice;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.CloudException.Kind;
import io.github.hybridnet.engine.TlsFailure;
import io.github.hybridnet.model.HybridnetException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells why somebody could not sign in. What libraries say of it is kept for debug output. */
final class SignInFailures {
  private final ServiceErrors errors;
  private final Scrubber scrubber;
  private final Identity identity;
  private final URI authority;

  /**
   * Tells it of one identity.
   *
   * @param authority where it signs in
   */
  SignInFailures(ServiceErrors errors, Identity identity, URI authority) {
    this.errors = errors;
    this.scrubber = errors.scrubber();
    this.identity = identity;
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
        ServiceErrors.SIGN_IN_FAILED,
        sentence,
        CloudException.Answer.NONE,
        scrubber.clean(thrown));
  }

  /** The failure of asking for a token. */
  HybridnetException of(RuntimeException thrown) {
    Optional<HybridnetException> known = in(thrown, HybridnetException.class);
    if (known.isPresent()) {
      return known.get();
    }
    Throwable detail = scrubber.clean(thrown);
    Optional<TokenRefusedException> refusal = in(thrown, TokenRefusedException.class);
    if (refusal.isPresent()) {
      return refused(refusal.get(), detail);
    }
    CloudException failure = errors.of(thrown);
    return switch (failure.kind()) {
      case UNREACHABLE -> unreachable(failure, authority);
      case BUSY -> RefusalProblems.passing(identity, said(failure), detail);
      default ->
          in(thrown, CloudException.class)
              .map(foreign -> RefusalProblems.refused(identity, said(foreign), "", detail))
              .orElseGet(() -> RefusalProblems.notUnderstood(identity, innermost(thrown), detail));
    };
  }

  private HybridnetException refused(TokenRefusedException refusal, Throwable detail) {
    String said =
        refusal.getMessage() == null || refusal.getMessage().isEmpty()
            ? refusal.error()
            : refusal.getMessage();
    Optional<Advice> advice = EntraCodes.of(refusal.codes());
    if (advice.isEmpty()) {
      return refusal.error().equals("temporarily_unavailable")
          ? RefusalProblems.passing(identity, said, detail)
          : RefusalProblems.refused(identity, said, refusal.correlation(), detail);
    }
    return switch (advice.get().matter()) {
      case SECRET -> SignInProblems.wrongSecret(identity, said, detail);
      case TENANT -> SignInProblems.wrongTenant(identity, said, detail);
      case CLIENT -> SignInProblems.unknownClient(identity, said, detail);
      case PASSING -> RefusalProblems.passing(identity, said, detail);
      case FEDERATION, OTHER -> RefusalProblems.advised(identity, advice.get(), said, detail);
    };
  }

  /** The failure of an endpoint that gives no answer. */
  static HybridnetException unreachable(CloudException failure, URI endpoint) {
    String said = String.valueOf(failure.getMessage());
    if (failure.code().equals(ServiceErrors.WEB_PAGE)) {
      return RefusalProblems.webPage(endpoint, said, failure);
    }
    return TlsFailure.withCode(failure.code())
        .map(tls -> TlsProblems.of(tls, endpoint, said, failure))
        .orElseGet(() -> SignInProblems.unreachable(endpoint, said, failure));
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
