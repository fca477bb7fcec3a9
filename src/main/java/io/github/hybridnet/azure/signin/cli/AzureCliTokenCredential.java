package io.github.hybridnet.azure.signin.cli;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.github.hybridnet.azure.http.SecretScrubber;
import io.github.hybridnet.azure.http.transport.InterruptedExchangeException;
import io.github.hybridnet.azure.settings.SourcedValue;
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
public final class AzureCliTokenCredential implements TokenCredential {
  /** The CLI of a busy build server needs some 15 s at its first start. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final int LONGEST_OUTPUT = 262_144;
  private static final String DEFAULT_SCOPE = "/.default";

  private final CliInstallation cliInstallation;
  private final CliAccount cliAccount;
  private final SecretScrubber secretScrubber;
  private final InstantSource clock;
  private final Duration limit;

  /**
   * The installed Azure CLI.
   *
   * @param program where it is
   * @param environment the variables that it is run with
   */
  public record CliInstallation(Path program, Map<String, String> environment) {
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
  public record CliAccount(
      @Nullable SourcedValue subscription,
      @Nullable SourcedValue tenant,
      boolean namesApplication) {}

  public AzureCliTokenCredential(
      CliInstallation cliInstallation,
      CliAccount cliAccount,
      SecretScrubber secretScrubber,
      InstantSource clock) {
    this(cliInstallation, cliAccount, secretScrubber, clock, LIMIT);
  }

  /** The same with a limit of time. */
  AzureCliTokenCredential(
      CliInstallation cliInstallation,
      CliAccount cliAccount,
      SecretScrubber secretScrubber,
      InstantSource clock,
      Duration limit) {
    this.cliInstallation = cliInstallation;
    this.cliAccount = cliAccount;
    this.secretScrubber = secretScrubber;
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
      throw AzureCliProblems.signInAgain("it asks for another sign-in of the user", cliAccount);
    }
    ChildProcess.ProcessResult processResult = run(words(request.getScopes().get(0)));
    if (!processResult.isSuccess()) {
      throw new AzureCliFailureParser(secretScrubber, cliAccount).of(processResult, limit);
    }
    AzureCliToken token =
        AzureCliToken.in(processResult.output(), clock).orElseThrow(AzureCliProblems::noToken);
    requireTenant(token);
    return token.token();
  }

  private void requireTenant(AzureCliToken token) {
    SourcedValue wanted = cliAccount.tenant();
    if (wanted != null && token.isOfOtherTenant(wanted.value())) {
      throw AzureCliProblems.otherTenant(token.tenant(), wanted);
    }
  }

  private ChildProcess.ProcessResult run(List<String> words) {
    try {
      return ChildProcess.of(words).with(environment()).keeping(LONGEST_OUTPUT).run(limit);
    } catch (IOException e) {
      throw AzureCliProblems.notRunnable(cliInstallation.program(), e);
    } catch (InterruptedException e) {
      throw InterruptedExchangeException.during(e);
    }
  }

  /** Nobody reads warnings and colours here. */
  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(cliInstallation.environment());
    environment.put("AZURE_CORE_ONLY_SHOW_ERRORS", "true");
    environment.put("AZURE_CORE_NO_COLOR", "true");
    return environment;
  }

  /** The CLI takes either a subscription or a tenant, and not both. */
  private List<String> words(String scope) {
    List<String> words = new ArrayList<>();
    words.add(cliInstallation.program().toString());
    words.addAll(List.of("account", "get-access-token", "--output", "json", "--resource"));
    words.add(
        scope.endsWith(DEFAULT_SCOPE)
            ? scope.substring(0, scope.length() - DEFAULT_SCOPE.length())
            : scope);
    if (cliAccount.subscription() != null) {
      words.addAll(List.of("--subscription", cliAccount.subscription().value()));
    } else if (cliAccount.tenant() != null) {
      words.addAll(List.of("--tenant", cliAccount.tenant().value()));
    }
    return words;
  }
}
