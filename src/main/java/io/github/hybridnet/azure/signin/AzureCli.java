package io.github.hybridnet.azure.signin;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.github.hybridnet.azure.Sourced;
import io.github.hybridnet.azure.http.InterruptedExchangeException;
import io.github.hybridnet.azure.http.Scrubber;
import io.github.hybridnet.engine.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Asks the Azure CLI for a token of the user who signed in with it.
 *
 * <p>azure-identity has a credential for it, which is not used: its limit of time does not end the
 * program, and a warning before the token makes the token unreadable.
 */
final class AzureCli implements TokenCredential {
  /** The CLI of a busy build server needs some 15 s at its first start. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final int LONGEST_OUTPUT = 262_144;
  private static final String DEFAULT_SCOPE = "/.default";

  private final Installation installation;
  private final Account account;
  private final Scrubber scrubber;
  private final InstantSource clock;
  private final Duration limit;

  /**
   * The program.
   *
   * @param program where it is
   * @param environment the variables that it is run with
   */
  record Installation(Path program, Map<String, String> environment) {
    /** Without the variables, some of which may be secret. */
    @Override
    public String toString() {
      return "Installation[" + program + "]";
    }
  }

  /**
   * For what account a token is asked.
   *
   * @param subscription the subscription, or null for the one that is the CLI's default
   * @param tenant the tenant that the token must be of, or null for any
   * @param namesApplication whether the environment names an application, and nothing that it could
   *     sign in with
   */
  record Account(
      @Nullable Sourced subscription, @Nullable Sourced tenant, boolean namesApplication) {}

  AzureCli(Installation installation, Account account, Scrubber scrubber, InstantSource clock) {
    this(installation, account, scrubber, clock, LIMIT);
  }

  /** The same with a limit of time. */
  AzureCli(
      Installation installation,
      Account account,
      Scrubber scrubber,
      InstantSource clock,
      Duration limit) {
    this.installation = installation;
    this.account = account;
    this.scrubber = scrubber;
    this.clock = clock;
    this.limit = limit;
  }

  @Override
  public Mono<AccessToken> getToken(TokenRequestContext request) {
    return Mono.fromCallable(() -> getTokenSync(request));
  }

  @Override
  public AccessToken getTokenSync(TokenRequestContext request) {
    if (request.getClaims() != null) {
      throw AzureCliProblems.signInAgain("it asks for another sign-in of the user", account);
    }
    ChildProcess.Run run = run(words(request.getScopes().get(0)));
    if (!run.isSuccess()) {
      throw new AzureCliFailures(scrubber, account).of(run, limit);
    }
    AzureCliToken token =
        AzureCliToken.in(run.output(), clock).orElseThrow(AzureCliProblems::noToken);
    requireTenant(token);
    return token.token();
  }

  private void requireTenant(AzureCliToken token) {
    Sourced wanted = account.tenant();
    if (wanted != null && token.isOfOtherTenant(wanted.value())) {
      throw AzureCliProblems.otherTenant(token.tenant(), wanted);
    }
  }

  private ChildProcess.Run run(List<String> words) {
    try {
      return ChildProcess.of(words).with(environment()).keeping(LONGEST_OUTPUT).run(limit);
    } catch (IOException e) {
      throw AzureCliProblems.notRunnable(installation.program(), e);
    } catch (InterruptedException e) {
      throw InterruptedExchangeException.during(e);
    }
  }

  /** Nobody reads warnings and colours here. */
  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(installation.environment());
    environment.put("AZURE_CORE_ONLY_SHOW_ERRORS", "true");
    environment.put("AZURE_CORE_NO_COLOR", "true");
    return environment;
  }

  /** The CLI takes either a subscription or a tenant, and not both. */
  private List<String> words(String scope) {
    List<String> words = new ArrayList<>();
    words.add(installation.program().toString());
    words.addAll(List.of("account", "get-access-token", "--output", "json", "--resource"));
    words.add(
        scope.endsWith(DEFAULT_SCOPE)
            ? scope.substring(0, scope.length() - DEFAULT_SCOPE.length())
            : scope);
    if (account.subscription() != null) {
      words.addAll(List.of("--subscription", account.subscription().value()));
    } else if (account.tenant() != null) {
      words.addAll(List.of("--tenant", account.tenant().value()));
    }
    return words;
  }
}
