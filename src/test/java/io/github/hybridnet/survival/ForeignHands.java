package io.github.hybridnet.survival;

import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/**
 * Runs goals on a network on which somebody else works too: before, between and during them. What
 * they did must be there after each goal.
 */
final class ForeignHands {
  private final Rig rig;
  private final Path directory;
  private final Random random;
  private final Watch watch;
  private final SomebodyElse somebody;
  private final Map<String, Claim> claims = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();
  private final Tally tally;
  private final Job first;
  private final Job changed;
  private final Job replaced;

  ForeignHands(Rig rig, Path directory, long seed, Tally tally) throws IOException {
    this.rig = rig;
    this.directory = directory;
    this.random = new Random(seed);
    this.watch = new Watch(rig);
    this.somebody = new SomebodyElse(rig, random);
    this.tally = tally;
    this.first = job(Declarations.first(directory.resolve("first")));
    this.changed = job(Declarations.changed(directory.resolve("changed")));
    this.replaced =
        job(Declarations.replaced(directory.resolve("replaced"))).doing(Job.Goal.REPLACE);
  }

  private Job job(Path parameters) {
    return new Job(
        rig.directory().toString(),
        parameters.toString(),
        directory.resolve("machine").toString(),
        List.of(Job.Goal.CREATE_CIRCUIT, Job.Goal.DEPLOY),
        0);
  }

  /** Some rounds of meddling and goals; what did not survive. */
  List<String> run(int rounds) throws InterruptedException {
    rig.admin().reset();
    runGoals(first);
    for (int round = 0; round < rounds && failures.isEmpty(); round++) {
      meddle(1 + random.nextInt(4));
      switch (random.nextInt(4)) {
        case 0 -> runWith(random.nextBoolean() ? changed : first);
        case 1 -> runGoals(replaced);
        case 2 -> runGoals(first.doing(Job.Goal.PLAN, Job.Goal.STATUS));
        default -> runGoals(random.nextBoolean() ? changed : first);
      }
      check("round " + round, claims.values());
    }
    destroy();
    return failures;
  }

  /** What is theirs, and what carries it, stays; a mark on what was ours goes with it. */
  private void destroy() throws InterruptedException {
    rig.admin().provider("ra-hybrid-vpn-er-erc", "NotProvisioned");
    runGoals(first.doing(Job.Goal.DESTROY));
    check(
        "destroy",
        claims.values().stream()
            .filter(claim -> claim.resource().contains("/their-") || claim.isPartOfOurs())
            .toList());
  }

  private void meddle(int times) {
    for (int i = 0; i < times; i++) {
      keep(somebody.meddle());
    }
  }

  private void keep(Claim claim) {
    tally.count(claim.what());
    // A later change of the same thing by the same people is theirs to make.
    claims.put(claim.what() + claim.resource() + claim.value().path("name"), claim);
  }

  private void runGoals(Job job) throws InterruptedException {
    RecordedLines out = new RecordedLines();
    try {
      new Goals(job, out).run();
      tally.count("runs");
    } catch (UserException refusal) {
      // Rather than to harm what others did. What they did is looked at all the same.
      tally.count("refused " + refusal.code());
    } catch (RuntimeException e) {
      failures.add(e + "\n" + String.join("\n", out.lines()));
    }
  }

  /** Somebody changes the network when our own write of it has arrived, and not begun. */
  private void runWith(Job job) throws InterruptedException {
    long since = rig.latestEvent();
    rig.admin()
        .addFaults(
            """
            {"id": "hold", "match": {"operation": "PUT",
              "type": "Microsoft.Network/virtualNetworks"}, "calls": {"times": 1},
              "effect": {"delay": {"wall": "PT10M"}}}
            """);
    CompletableFuture<Void> run =
        CompletableFuture.runAsync(
            () -> {
              try {
                runGoals(job);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    if (watch.fired("hold", since, () -> !run.isDone())) {
      keep(somebody.meddleWithNetwork());
      tally.count("lost races");
    }
    rig.admin().clearFaults();
    run.join();
  }

  private void check(String when, Collection<Claim> all) {
    for (Claim claim : all) {
      Optional<String> broken = claim.broken(rig);
      tally.count("checks");
      broken.ifPresent(text -> failures.add(when + ": " + text));
    }
  }
}
