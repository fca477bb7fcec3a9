package io.github.hybridnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of beliefs says what the ledger says. */
class BeliefPageTest {
  private static final Path PAGE = Path.of("docs/azure-behaviour.md");
  private static final String WRITE = "beliefs.write";

  @Test
  void saysWhatTheLedgerSays() throws IOException {
    String page = BeliefPage.of(BeliefLedger.beliefs());
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("%s is written anew by: mvn test -Dtest=BeliefPageTest -D%s=true", PAGE, WRITE)
        .isEqualTo(page);
  }
}
