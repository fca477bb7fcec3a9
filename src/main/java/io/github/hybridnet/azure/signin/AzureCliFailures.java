package io.github.hybridnet.azure.signin;

import io.github.hybridnet.azure.http.Scrubber;
import io.github.hybridnet.azure.signin.AzureCli.Account;
import io.github.hybridnet.engine.process.ChildProcess;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells why the Azure CLI gave no token, by what it wrote. */
final class AzureCliFailures {
  private static final Pattern ERROR = Pattern.compile("(?im)^\\s*ERROR: ?(.*)$");
  private static final Pattern NOT_SIGNED_IN =
      Pattern.compile("(?i)az login|az account set|no subscription found");
  private static final Pattern NO_SUCH_SUBSCRIPTION =
      Pattern.compile("(?i)subscription .{0,80}(?:not found|doesn't exist|does not exist)");

  private final Scrubber scrubber;
  private final Account account;

  AzureCliFailures(Scrubber scrubber, Account account) {
    this.scrubber = scrubber;
    this.account = account;
  }

  RuntimeException of(ChildProcess.Run run, Duration limit) {
    return switch (run.end()) {
      case TOO_LONG -> AzureCliProblems.tooLong(limit);
      case TOO_MUCH -> AzureCliProblems.tooMuch();
      case EXITED -> said(run);
    };
  }

  private RuntimeException said(ChildProcess.Run run) {
    String all = PlainText.withoutEscapes(run.errors() + "\n" + run.output());
    Matcher code = TokenAnswers.CODE.matcher(all);
    if (code.find()) {
      String from = all.substring(code.start()).lines().findFirst().orElse("");
      return new TokenRefusedException(
          "", TokenAnswers.sentence(from, scrubber), List.of(code.group(1)), "");
    }
    String line = PlainText.of(scrubber.clean(line(all)));
    if (account.subscription() != null && NO_SUCH_SUBSCRIPTION.matcher(all).find()) {
      return AzureCliProblems.unknownSubscription(account.subscription(), account.tenant());
    }
    if (NOT_SIGNED_IN.matcher(all.toLowerCase(Locale.ROOT)).find()) {
      return AzureCliProblems.signInAgain(line, account);
    }
    return AzureCliProblems.failed(run.status(), line);
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
