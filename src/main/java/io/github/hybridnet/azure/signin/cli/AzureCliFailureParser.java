package io.github.hybridnet.azure.signin.cli;

import io.github.hybridnet.azure.http.SecretScrubber;
import io.github.hybridnet.azure.signin.cli.AzureCliTokenCredential.CliAccount;
import io.github.hybridnet.azure.signin.token.TokenAnswerPolicy;
import io.github.hybridnet.azure.signin.token.TokenRefusedException;
import io.github.hybridnet.engine.process.ChildProcess;
import io.github.hybridnet.text.PlainTextLine;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out why the Azure CLI gave no token, by what it wrote. */
final class AzureCliFailureParser {
  private static final Pattern ERROR = Pattern.compile("(?im)^\\s*ERROR: ?(.*)$");
  private static final Pattern NOT_SIGNED_IN =
      Pattern.compile("(?i)az login|az account set|no subscription found");
  private static final Pattern NO_SUCH_SUBSCRIPTION =
      Pattern.compile("(?i)subscription .{0,80}(?:not found|doesn't exist|does not exist)");

  private final SecretScrubber secretScrubber;
  private final CliAccount cliAccount;

  AzureCliFailureParser(SecretScrubber secretScrubber, CliAccount cliAccount) {
    this.secretScrubber = secretScrubber;
    this.cliAccount = cliAccount;
  }

  RuntimeException of(ChildProcess.ProcessResult processResult, Duration limit) {
    return switch (processResult.end()) {
      case TOO_LONG -> AzureCliProblems.tooLong(limit);
      case TOO_MUCH -> AzureCliProblems.tooMuch();
      case EXITED -> said(processResult);
    };
  }

  private RuntimeException said(ChildProcess.ProcessResult processResult) {
    String all =
        PlainTextLine.withoutEscapes(processResult.errors() + "\n" + processResult.output());
    Matcher code = TokenAnswerPolicy.CODE.matcher(all);
    if (code.find()) {
      String from = all.substring(code.start()).lines().findFirst().orElse("");
      return new TokenRefusedException(
          "", TokenAnswerPolicy.sentence(from, secretScrubber), List.of(code.group(1)), "");
    }
    String line = PlainTextLine.of(secretScrubber.clean(line(all)));
    if (cliAccount.subscription() != null && NO_SUCH_SUBSCRIPTION.matcher(all).find()) {
      return AzureCliProblems.unknownSubscription(cliAccount.subscription(), cliAccount.tenant());
    }
    if (NOT_SIGNED_IN.matcher(all.toLowerCase(Locale.ROOT)).find()) {
      return AzureCliProblems.signInAgain(line, cliAccount);
    }
    return AzureCliProblems.failed(processResult.status(), line);
  }

  /** The line that it calls an error, else the last one: a stack trace ends with the failure. */
  private static String line(String all) {
    Matcher error = ERROR.matcher(all);
    if (error.find() && !error.group(1).isBlank()) {
      return error.group(1);
    }
    return all.lines().filter(line -> !line.isBlank()).reduce((a, b) -> b).orElse("");
  }
}
