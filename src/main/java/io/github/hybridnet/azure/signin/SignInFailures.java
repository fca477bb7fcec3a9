package io.github.hybridnet.azure.signin;

import com.azure.identity.CredentialUnavailableException;
import io.github.hybridnet.azure.http.Scrubber;
import io.github.hybridnet.azure.http.ServiceErrors;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.model.HybridnetException;
import java.net.URI;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells why somebody could not sign in, by the codes of the token service. */
final class SignInFailures {
  private static final Pattern CODE = Pattern.compile("AADSTS(\\d+):?[^\\r\\n\"]*");
  private static final Pattern TRACE = Pattern.compile(" ?Trace ID:.*");

  /** Where a library hands on what another one threw. */
  private static final Pattern THROWN = Pattern.compile("^(?:[\\w.$]+(?:Exception|Error): )+");

  private static final Set<String> SECRET = Set.of("7000215", "7000222");
  private static final Set<String> TENANT = Set.of("90002", "900021", "900023");
  private static final Set<String> CLIENT = Set.of("700016", "70001");

  private final ServiceErrors errors;
  private final Scrubber scrubber;
  private final Identity identity;
  private final URI authority;

  /**
   * Tells it of one identity.
   *
   * @param authority where it signs in
   */
  SignInFailures(ServiceErrors errors, Scrubber scrubber, Identity identity, URI authority) {
    this.errors = errors;
    this.scrubber = scrubber;
    this.identity = identity;
    this.authority = authority;
  }

  /**
   * The failure of signing in anew, in the middle of the work: that of the connection, or one that
   * says what {@link #of} says.
   */
  CloudException later(RuntimeException thrown) {
    CloudException failure = errors.of(thrown);
    if (failure.kind() == CloudException.Kind.UNREACHABLE) {
      return failure;
    }
    String sentence = String.valueOf(of(thrown).getMessage()).lines().findFirst().orElse("");
    return new CloudException(
        CloudException.Kind.UNAUTHORIZED,
        ServiceErrors.SIGN_IN_FAILED,
        sentence,
        CloudException.Answer.NONE,
        scrubber.clean(thrown));
  }

  /** The failure of asking for a token. */
  HybridnetException of(RuntimeException thrown) {
    Throwable detail = scrubber.clean(thrown);
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      Matcher code = CODE.matcher(String.valueOf(t.getMessage()));
      if (code.find()) {
        return coded(code.group(1), said(code.group()), detail);
      }
    }
    CloudException failure = errors.of(thrown);
    if (failure.kind() == CloudException.Kind.UNREACHABLE) {
      return unreachable(failure, authority);
    }
    boolean unavailable = thrown instanceof CredentialUnavailableException;
    String said = firstLine(scrubber.message(thrown));
    return unavailable
        ? SignInProblems.unavailable(identity, said, detail)
        : SignInProblems.refused(identity, said, detail);
  }

  /** The failure of an endpoint that gives no answer. */
  static HybridnetException unreachable(CloudException failure, URI endpoint) {
    return failure.code().equals(ServiceErrors.CERTIFICATE_NOT_TRUSTED)
        ? SignInProblems.certificateNotTrusted(endpoint, failure)
        : SignInProblems.unreachable(endpoint, String.valueOf(failure.getMessage()), failure);
  }

  private HybridnetException coded(String code, String said, Throwable detail) {
    if (SECRET.contains(code)) {
      return SignInProblems.wrongSecret(identity, said, detail);
    }
    if (TENANT.contains(code)) {
      return SignInProblems.wrongTenant(identity, said, detail);
    }
    return CLIENT.contains(code)
        ? SignInProblems.unknownClient(identity, said, detail)
        : SignInProblems.refused(identity, said, detail);
  }

  private String said(String description) {
    return scrubber.clean(TRACE.matcher(description).replaceAll("").trim());
  }

  private static String firstLine(String text) {
    String line = text.lines().findFirst().orElse("").trim();
    return THROWN.matcher(line).replaceFirst("");
  }
}
