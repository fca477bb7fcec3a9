package io.github.hybridnet.azure.signin.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.azure.settings.CloudTarget;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of the clouds. */
class CloudEnvironmentTest {

  @ParameterizedTest
  @CsvSource({"AZURE, true", "AZURE_CHINA, false", "AZURE_US_GOVERNMENT, false"})
  void onlyAzureForTheWorldHasTheNewestVersions(CloudTarget.KnownCloud cloud, boolean newest) {
    assertThat(CloudEnvironment.of(cloud).hasNewestVersions()).isEqualTo(newest);
  }

  @Test
  void anEndpointOfOnesOwnMayLagBehind() {
    URI own = URI.create("https://management.local.azurestack.external");
    assertThat(new CloudEnvironment("own", own, own, "a", null).hasNewestVersions()).isFalse();
  }
}
