package io.github.hybridnet.azure.signin.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.settings.AuthType;
import io.github.hybridnet.azure.settings.CloudSettings;
import io.github.hybridnet.azure.settings.CloudTarget;
import io.github.hybridnet.azure.settings.EnvironmentVariables;
import io.github.hybridnet.azure.settings.ManagedIdentityId;
import io.github.hybridnet.azure.settings.SignInMethod;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.azure.signin.cloud.CloudEnvironment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialChainTest {
  private static final CloudTarget AZURE = CloudTarget.KnownCloud.AZURE;
  private static final CloudTarget CUSTOM =
      new CloudTarget.Endpoint(URI.create("https://localhost:1"));

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final Map<String, String> environment = new HashMap<>();

  private @Nullable ManagedIdentityId machine;

  @TempDir private Path directory;

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void takesTheClientSecretFirst() {
    principal();
    environment.put("AZURE_CLIENT_SECRET", "canary");
    environment.put("AZURE_FEDERATED_TOKEN_FILE", "/nowhere");
    assertThat(last(AuthType.AUTO, AZURE, null).method()).isEqualTo("client secret");
  }

  @Test
  void takesACertificateThatCanBeRead() throws IOException {
    principal();
    environment.put("AZURE_CLIENT_CERTIFICATE_PATH", file("client.pem"));
    CredentialCandidate taken = last(AuthType.AUTO, AZURE, null);
    assertThat(taken.method()).isEqualTo("client certificate");
    assertThat(taken.identity()).isNotNull();
  }

  @Test
  void takesWorkloadIdentityWhenTheTokenFileIsThere() throws IOException {
    principal();
    environment.put("AZURE_FEDERATED_TOKEN_FILE", file("token"));
    CredentialCandidate taken = last(AuthType.AUTO, AZURE, null);
    assertThat(taken.method()).isEqualTo("workload identity");
    assertThat(taken.identity().name().toString())
        .isEqualTo("service principal client (from environment AZURE_CLIENT_ID)");
    assertThat(taken.identity().tenant())
        .isEqualTo(new SourcedValue("tenant", "environment AZURE_TENANT_ID"));
  }

  @Test
  void aMissingTokenFileClosesTheWay() {
    principal();
    environment.put("AZURE_FEDERATED_TOKEN_FILE", "/nowhere/token");
    assertThat(last(AuthType.WORKLOAD_IDENTITY, AZURE, null))
        .isEqualTo(
            CredentialCandidate.broken(
                "workload identity",
                "the file that AZURE_FEDERATED_TOKEN_FILE names cannot be read"));
  }

  @Test
  void aWayThatIsSetUpAndBrokenDoesNotEndInSomebodyElsesSignIn() throws IOException {
    principal();
    Path az = directory.resolve("az");
    Files.writeString(az, "#!/bin/sh\n");
    Files.setPosixFilePermissions(az, PosixFilePermissions.fromString("rwx------"));
    environment.put("PATH", directory.toString());
    environment.put("AZURE_FEDERATED_TOKEN_FILE", "/nowhere/token");
    assertThat(last(AuthType.AUTO, AZURE, null).reason())
        .isEqualTo("the file that AZURE_FEDERATED_TOKEN_FILE names cannot be read");
    environment.remove("AZURE_CLIENT_ID");
    environment.put("AZURE_CLIENT_SECRET", "canary");
    assertThat(last(AuthType.AUTO, AZURE, null).reason()).isEqualTo("AZURE_CLIENT_ID is not set");
  }

  @Test
  void aTenantThatCanBeNoneIsRefused() {
    environment.put("AZURE_TENANT_ID", "contoso/../x");
    assertThatThrownBy(() -> candidates(AuthType.AUTO, AZURE, null))
        .hasMessage(
            "HN3004: The tenant (from environment AZURE_TENANT_ID) is not an id.%n  Fix: set the id"
                + " of the tenant, such as 00000000-0000-0000-0000-000000000000",
            "");
  }

  @Test
  void managedIdentityIsUsedWhenAskedFor() {
    CredentialCandidate taken = last(AuthType.MANAGED_IDENTITY, AZURE, null);
    assertThat(taken.identity().name().toString())
        .isEqualTo("managed identity (from hybridnet.auth.type)");
    environment.put("AZURE_CLIENT_ID", "client");
    assertThat(last(AuthType.MANAGED_IDENTITY, AZURE, null).identity().name().toString())
        .isEqualTo("managed identity client (from environment AZURE_CLIENT_ID)");
  }

  @Test
  void theAzureCliIsUsedWhenItIsOnThePath() throws IOException {
    Path az = directory.resolve("az");
    Files.writeString(az, "#!/bin/sh\n");
    Files.setPosixFilePermissions(az, PosixFilePermissions.fromString("rwx------"));
    environment.put("PATH", "/nowhere:" + directory);
    CredentialCandidate taken = last(AuthType.AUTO, AZURE, null);
    assertThat(taken.method()).isEqualTo("Azure CLI");
    assertThat(taken.identity().name().toString())
        .isEqualTo("user of the Azure CLI (from az login)");
    assertThat(taken.identity().tenant()).isNull();
  }

  @Test
  void aCustomEndpointGetsNeitherTheMachineNorTheUser() throws IOException {
    Path az = directory.resolve("az");
    Files.writeString(az, "#!/bin/sh\n");
    Files.setPosixFilePermissions(az, PosixFilePermissions.fromString("rwx------"));
    environment.put("PATH", directory.toString());
    for (AuthType type : List.of(AuthType.MANAGED_IDENTITY, AuthType.AZURE_CLI)) {
      assertThat(last(type, CUSTOM, null).reason())
          .isEqualTo("not used for an endpoint outside Microsoft's clouds");
    }
  }

  @Test
  void theTenantOfTheSettingsWins() {
    environment.put("AZURE_CLIENT_ID", "client");
    environment.put("AZURE_CLIENT_SECRET", "canary");
    SourcedValue given = new SourcedValue("given", "property hybridnet.tenantId");
    assertThat(last(AuthType.ENVIRONMENT, AZURE, given).identity().tenant()).isEqualTo(given);
  }

  @Test
  void namesWhatIsMissing() {
    environment.put("AZURE_CLIENT_ID", "client");
    environment.put("AZURE_CLIENT_SECRET", " ");
    environment.put("AZURE_TENANT_ID", "tenant");
    assertThat(candidates(AuthType.ENVIRONMENT, AZURE, null))
        .extracting(CredentialCandidate::reason)
        .containsExactly(
            "AZURE_CLIENT_SECRET is not set", "AZURE_CLIENT_CERTIFICATE_PATH is not set");
  }

  private void principal() {
    environment.put("AZURE_CLIENT_ID", "client");
    environment.put("AZURE_TENANT_ID", "tenant");
  }

  private String file(String name) throws IOException {
    return Files.writeString(directory.resolve(name), "x").toString();
  }

  private CredentialCandidate last(
      AuthType type, CloudTarget target, @Nullable SourcedValue tenant) {
    List<CredentialCandidate> all = candidates(type, target, tenant);
    return all.get(all.size() - 1);
  }

  private List<CredentialCandidate> candidates(
      AuthType type, CloudTarget target, @Nullable SourcedValue tenant) {
    FakeArm arm = new FakeArm();
    CredentialFactory factory =
        new CredentialFactory(
            CloudEnvironment.of(CloudTarget.KnownCloud.AZURE),
            arm.pipelines(),
            executor,
            arm.errors);
    SignInMethod.EnvironmentSignIn signIn =
        new SignInMethod.EnvironmentSignIn(type, new EnvironmentVariables(environment), machine);
    CloudSettings settings = new CloudSettings(target, "test", null, null, tenant);
    return new CredentialChain(new CredentialContext(factory, signIn, settings)).candidates();
  }
}
