package io.github.hybridnet.app.destroy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DestroyMessagesTest {
  @Test
  void wholeSentences() {
    assertThat(DestroyMessages.nothing("rg"))
        .isEqualTo("Nothing to remove: resource group 'rg' contains no resource of this network.");
    assertThat(DestroyMessages.preview("rg"))
        .isEqualTo(
            "Preview: nothing was changed. To remove what is listed above, add"
                + " -Dhybridnet.confirm=rg to this command.");
    assertThat(DestroyMessages.removedAll(9, true))
        .isEqualTo(
            "Removed all resources of this network (9). Nothing of it is billed any longer.");
    assertThat(DestroyMessages.removedAll(9, false))
        .isEqualTo("Removed all resources of this network (9).");
    assertThat(DestroyMessages.removed(3)).isEqualTo("Removed: 3. Remaining:");
  }
}
