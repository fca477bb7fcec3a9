package io.github.hybridnet.simulator.arm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ResourceGroupDeletionTest {

  @Test
  void jobOfAGroupIsNamedAsRecorded() {
    assertThat(ResourceGroupDeletion.job("rg80174", "westus"))
        .isEqualTo(
            "eyJqb2JJZCI6IlJFU09VUkNFR1JPVVBERUxFVElPTkpPQi1SRzgwMTc0LVdFU1RVUyIs"
                + "ImpvYkxvY2F0aW9uIjoid2VzdHVzIn0");
  }

  @Test
  void specialCharactersAreEscapedAndLongNamesCut() {
    assertThat(decoded("my-rg_1"))
        .isEqualTo(
            "{\"jobId\":\"RESOURCEGROUPDELETIONJOB-MY:2DRG:5F1-WESTUS\","
                + "\"jobLocation\":\"westus\"}");
    assertThat(decoded("cli_test_rg_scenariorxqmo33nsvqlfhjnbyut_and_more"))
        .startsWith(
            "{\"jobId\":\"RESOURCEGROUPDELETIONJOB-"
                + "CLI:5FTEST:5FRG:5FSCENARIORXQMO33NSVQLFHJNBYUT|");
  }

  private static String decoded(String group) {
    byte[] job = Base64.getUrlDecoder().decode(ResourceGroupDeletion.job(group, "westus"));
    return new String(job, StandardCharsets.UTF_8);
  }
}
