package io.github.hybridnet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.drill.run.RestoreMessages;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class MojoExceptionTranslatorTest {
  private final SystemStreamLog log = new SystemStreamLog();

  @Test
  void whatIsRefusedFailsTheBuild() {
    UserException refused = UserException.refused("HN1", "No.", "do this");
    assertThatThrownBy(() -> MojoExceptionTranslator.translate(refused, goal -> List.of(), log))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("HN1: No.%n  Fix: do this", new Object[0])
        .hasNoCause()
        .satisfies(
            e ->
                assertThat(e.getSuppressed()[0])
                    .hasToString(
                        UserException.class.getName()
                            + ": HN1: No."
                            + System.lineSeparator().replace("\r", "\\r").replace("\n", "\\n")
                            + "  Fix: do this"));
  }

  @Test
  void whatCannotBeDoneIsAnExecutionException() throws MojoFailureException {
    UserException unable =
        UserException.unable("HN2", "It broke.", "again", new IllegalStateException("raw text"));
    assertThat(MojoExceptionTranslator.translate(unable, goal -> List.of(), log))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("HN2: It broke.%n  Fix: again", new Object[0])
        .hasNoCause();
  }

  /** Maven prints stacks with -e and -X, and build servers obey what they find there. */
  @Test
  void stacksForgeNoLinesAndHoldNoCommands() throws MojoFailureException {
    IOException fromOutside =
        new IOException("a\n::error::forged\u001b[31m ##vso[x]", new IOException("b\n##[c]"));
    UserException unable = UserException.unable("HN2", "It said ##vso[y]z.", "again", fromOutside);
    StringWriter printed = new StringWriter();
    MojoExceptionTranslator.translate(unable, goal -> List.of(), log)
        .printStackTrace(new PrintWriter(printed));
    assertThat(printed.toString())
        .contains("java.io.IOException: a\\n::error::forged\\u001b[31m \\u0023#vso[x]")
        .contains("java.io.IOException: b\\n\\u0023#[c]")
        .contains(getClass().getName() + ".stacksForgeNoLines")
        .doesNotContain("##", "\n::", "\u001b");
  }

  @Test
  void aMistakeOfOursNamesTheExceptionAndNotItsText() {
    assertMistake(
        true,
        "The goal may have changed resources in Azure",
        ". hybridnet:status shows what exists in Azure now%n    Add the options of this run to"
            + " hybridnet:status: -Dhybridnet.cloud=simulator");
  }

  @Test
  void aMistakeInAGoalThatOnlyReadsSaysThatNothingWasChanged() {
    assertMistake(false, "Nothing was changed in Azure", "");
  }

  private void assertMistake(boolean mayChange, String state, String end) {
    assertThat(
            MojoExceptionTranslator.unexpected(
                new IllegalStateException("may hold anything"),
                mayChange,
                goal -> List.of("-Dhybridnet.cloud=simulator"),
                log))
        .hasMessage(
            "HN9001: The plugin stopped because of a mistake in the plugin itself:"
                + " IllegalStateException. "
                + state
                + ".%n  Fix: run the goal again with -X, and report the stack"
                + " trace at https://github.com/hybridnet/hybridnet-maven-plugin/issues"
                + end,
            new Object[0])
        .hasNoCause();
  }

  @Test
  void anInterruptedGoalSaysWhetherSomethingMayContinue() {
    assertThat(MojoExceptionTranslator.interrupted("deploy-network", true))
        .hasMessage(
            "HN9002: The goal deploy-network was interrupted. Operations that Azure has accepted"
                + " continue there.%n  Fix: run the goal again. It continues from the existing"
                + " resources",
            new Object[0]);
    assertThat(MojoExceptionTranslator.interrupted("status", false))
        .hasMessage(
            "HN9002: The goal status was interrupted. Nothing was changed in Azure.%n  Fix: run"
                + " the goal again",
            new Object[0]);
  }

  /** A command without its options might mean another cloud or another network. */
  @Test
  void commandsAreNamedWithTheOptionsOfTheRun() {
    List<String> options =
        List.of("-Dhybridnet.cloud=simulator", "-Dhybridnet.failover.disconnect=x");
    UserException failure =
        UserException.unable("HN1", "No.", "run hybridnet:restore\n    az undo\nHN1: end", null);
    assertThatThrownBy(
            () -> {
              throw MojoExceptionTranslator.translate(failure, goal -> options, log);
            })
        .hasMessage(
            "HN1: No."
                + System.lineSeparator()
                + "  Fix: run hybridnet:restore"
                + System.lineSeparator()
                + "    Add the options of this run to hybridnet:restore:"
                + " -Dhybridnet.cloud=simulator -Dhybridnet.failover.disconnect=x\n"
                + "    az undo\n"
                + "HN1: end");
    assertThat(CommandHintWriter.withHints("run hybridnet:plan", goal -> List.of()))
        .isEqualTo("run hybridnet:plan");
    assertThat(CommandHintWriter.withHints("mvn hybridnet:plan -D", goal -> options))
        .isEqualTo("mvn hybridnet:plan -D");
  }

  @Test
  void aCommandThatCanBeCopiedGetsTheOptionsTooUnlessItHasThem() {
    assertThat(CommandHintWriter.goals(RestoreMessages.stillDisconnected("HN5030")))
        .containsExactly("restore");
    assertThat(CommandHintWriter.goals("run mvn hybridnet:restore. Then hybridnet:status"))
        .containsExactly("restore", "status");
    assertThat(CommandHintWriter.goals("mvn hybridnet:create-circuit"))
        .containsExactly("create-circuit");
    assertThat(
            CommandHintWriter.goals(
                "mvn io.github.hybridnet:hybridnet-maven-plugin:VERSION:restore. Then"))
        .containsExactly("restore");
    assertThat(CommandHintWriter.goals("mvn hybridnet:help -Ddetail lists all")).isEmpty();
    assertThat(
            CommandHintWriter.withHints(
                "HN5030: down.\n  Fix: run mvn hybridnet:restore, or by hand:\n    az undo\n"
                    + RestoreMessages.stillDisconnected("HN5030"),
                goal -> List.of("-Dhybridnet.cloud=azure-china")))
        .isEqualTo(
            "HN5030: down.\n"
                + "  Fix: run mvn hybridnet:restore, or by hand:\n"
                + "    Add the options of this run to hybridnet:restore:"
                + " -Dhybridnet.cloud=azure-china\n"
                + "    az undo\n"
                + RestoreMessages.stillDisconnected("HN5030"));
  }

  /** A drill's options mean nothing to a restore. */
  @Test
  void eachGoalGetsTheOptionsThatItHas() {
    Map<String, List<String>> options =
        Map.of(
            "status", List.of("-Dhybridnet.cloud=simulator"),
            "restore", List.of("-Dhybridnet.cloud=simulator"),
            "test-failover", List.of("-Dhybridnet.cloud=simulator", "-Dhybridnet.failover.hold=5m"),
            "help", List.of());
    assertThat(
            CommandHintWriter.hints(
                List.of("help", "restore", "status", "test-failover"), options::get))
        .containsExactly(
            "Add the options of this run to hybridnet:restore and hybridnet:status:"
                + " -Dhybridnet.cloud=simulator",
            "Add the options of this run to hybridnet:test-failover: -Dhybridnet.cloud=simulator"
                + " -Dhybridnet.failover.hold=5m");
  }
}
