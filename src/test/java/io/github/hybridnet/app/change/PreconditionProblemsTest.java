package io.github.hybridnet.app.change;

import static io.github.hybridnet.app.ProblemAssertions.says;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.engine.guard.GuardObjection;
import io.github.hybridnet.engine.guard.GuardQuestion;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreconditionProblemsTest {
  private static final ResourceKey GROUP =
      new ResourceKey("sub", "rg", ResourceType.RESOURCE_GROUP, "rg");

  private static GuardObjection objection(GuardObjection.Kind kind, String text, String fix) {
    return new GuardObjection(GuardQuestion.LOCKS, kind, text, fix);
  }

  @Test
  void whatAzureWouldRefuse() {
    says(
        PreconditionProblems.of(
            List.of(
                objection(GuardObjection.Kind.REFUSED, "There is a lock.", "remove the lock"),
                objection(GuardObjection.Kind.REFUSED, "There is a policy.", "ask its owner")),
            List.of()),
        "HN4060: Azure would refuse part of this change. The change was not started. Nothing was"
            + " changed.",
        "  There is a lock.",
        "  There is a policy.",
        "  Fix: in this order:",
        "    1. remove the lock",
        "    2. ask its owner");
  }

  @Test
  void whatCouldNotBeChecked() {
    says(
        PreconditionProblems.of(
            List.of(
                objection(
                    GuardObjection.Kind.NOT_ALLOWED,
                    "The locks cannot be read.",
                    "give this identity the role Reader")),
            List.of(GROUP)),
        "HN4061: Whether Azure allows this change could not be checked. The change was not started,"
            + " because it cannot be undone or causes costs. Nothing was changed, except that the"
            + " empty resource group 'rg' was created.",
        "  The locks cannot be read.",
        "  Fix: give this identity the role Reader");
  }
}
