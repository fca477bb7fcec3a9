package io.github.hybridnet.azure.signin.credential;

import io.github.hybridnet.azure.settings.AuthType;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.azure.signin.federation.FederatedToken;
import io.github.hybridnet.azure.signin.federation.PipelineTokenOrigin.JobToken;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ways of a job that the service which runs it vouches for. Each sign-in fetches another token
 * from there, so that they last as long as the job.
 */
final class PipelineCandidates {
  static final String GITHUB_URL = "ACTIONS_ID_TOKEN_REQUEST_URL";
  static final String GITHUB_TOKEN = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";
  static final String AZURE_URL = "SYSTEM_OIDCREQUESTURI";
  static final String AZURE_TOKEN = "SYSTEM_ACCESSTOKEN";
  static final String AZURE_CONNECTION = "AZURESUBSCRIPTION_SERVICE_CONNECTION_ID";
  private static final String AZURE_CLIENT = "AZURESUBSCRIPTION_CLIENT_ID";
  private static final String AZURE_TENANT = "AZURESUBSCRIPTION_TENANT_ID";

  private final CredentialContext context;

  PipelineCandidates(CredentialContext context) {
    this.context = context;
  }

  CredentialCandidate github() {
    String method = "GitHub Actions";
    Optional<String> closed =
        context
            .missing(GITHUB_URL, GITHUB_TOKEN)
            .map(
                names ->
                    names
                        + " (the job needs 'permissions: id-token: write', which pull requests"
                        + " from forks do not get)")
            .or(() -> context.missing(CredentialContext.CLIENT_ID, CredentialContext.TENANT_ID))
            .or(() -> notForOthers(AuthType.GITHUB_ACTIONS));
    return closed
        .map(reason -> CredentialCandidate.closed(method, reason))
        .orElseGet(
            () ->
                open(
                    method,
                    context.credentials().github(url(GITHUB_URL), permit(GITHUB_TOKEN)),
                    context.client(CredentialContext.CLIENT_ID).orElseThrow(),
                    context.tenant(CredentialContext.TENANT_ID)));
  }

  /** The variables of a task for the Azure CLI name the client of this very connection. */
  CredentialCandidate azure() {
    String method = "Azure Pipelines";
    Optional<SourcedValue> client = context.client(AZURE_CLIENT, CredentialContext.CLIENT_ID);
    SourcedValue tenant = context.tenant(AZURE_TENANT, CredentialContext.TENANT_ID);
    Optional<String> closed =
        context
            .missing(AZURE_CONNECTION, AZURE_URL)
            .or(
                () ->
                    context
                        .missing(AZURE_TOKEN)
                        .map(
                            name ->
                                name
                                    + " (the step needs 'env: SYSTEM_ACCESSTOKEN:"
                                    + " $(System.AccessToken)')"))
            .or(
                () ->
                    client.isPresent() && tenant != null
                        ? Optional.empty()
                        : context.missing(CredentialContext.CLIENT_ID, CredentialContext.TENANT_ID))
            .or(() -> notForOthers(AuthType.AZURE_PIPELINES));
    return closed
        .map(reason -> CredentialCandidate.closed(method, reason))
        .orElseGet(
            () ->
                open(
                    method,
                    context
                        .credentials()
                        .azurePipelines(
                            url(AZURE_URL),
                            permit(AZURE_TOKEN),
                            context.variables().value(AZURE_CONNECTION).orElseThrow()),
                    client.orElseThrow(),
                    tenant));
  }

  private CredentialCandidate open(
      String method, FederatedToken token, SourcedValue client, @Nullable SourcedValue tenant) {
    SourcedValue known = Objects.requireNonNull(tenant);
    return CredentialCandidate.open(
        method,
        new SignInIdentity(
            () -> context.credentials().assertion(known.value(), client.value(), token),
            CredentialContext.named(client),
            known,
            token));
  }

  /** Such a token is good for Microsoft's clouds too, and not to be shown to others unasked. */
  private Optional<String> notForOthers(AuthType type) {
    return context.isCustom() && !context.isAskedFor(type)
        ? Optional.of(
            "used for an endpoint outside Microsoft's clouds only with hybridnet.auth.type="
                + type.label())
        : Optional.empty();
  }

  private SourcedValue url(String name) {
    return context.variables().sourced(name).orElseThrow();
  }

  private JobToken permit(String name) {
    String token = context.variables().value(name).orElseThrow();
    return new JobToken(context.credentials().remembered(token), name);
  }
}
