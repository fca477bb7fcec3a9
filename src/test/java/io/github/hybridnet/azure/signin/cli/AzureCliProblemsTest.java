package io.github.hybridnet.azure.signin.cli;

import static io.github.hybridnet.app.ProblemAssertions.says;

import io.github.hybridnet.azure.settings.SourcedValue;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AzureCliProblemsTest {
  private static final SourcedValue TENANT = new SourcedValue("t-1", "hybridnet.tenantId");

  @Test
  void subscriptionAndTenant() {
    says(
        AzureCliProblems.unknownSubscription(
            new SourcedValue("s-1", "hybridnet.subscriptionId"), null),
        "HN3057: The Azure CLI does not know the subscription 's-1' (from"
            + " hybridnet.subscriptionId).",
        "  Fix: compare the id with the output of 'az account list --refresh', or run 'az login"
            + " --tenant <tenant>' with the tenant of the subscription");
    says(
        AzureCliProblems.otherTenant("t-2", TENANT),
        "HN3057: The Azure CLI returned a token for the tenant 't-2' instead of 't-1' (from"
            + " hybridnet.tenantId).",
        "  Fix: set hybridnet.tenantId and hybridnet.subscriptionId to a tenant and a subscription"
            + " of that tenant, or run 'az login --tenant <tenant>'");
  }

  @Test
  void theProgram() {
    says(
        AzureCliProblems.notRunnable(Path.of("az"), new IOException()),
        "HN3054: The Azure CLI 'az' cannot be started.",
        "  Fix: install the Azure CLI again, or choose another hybridnet.auth.type");
  }
}
