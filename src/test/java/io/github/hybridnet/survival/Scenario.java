package io.github.hybridnet.survival;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.console.RecordedLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Something that a build does to a cloud in a certain state, and how that ends when nothing
 * disturbs it.
 *
 * @param name the name; the simulator keeps the state before it under it
 * @param job what is done
 * @param expected what stands in the end
 * @param boundaries of the requests of an undisturbed run
 */
record Scenario(String name, Job job, Estate expected, List<Boundary> boundaries) {

  /** Where disturbances strike: all of the cloud's own requests. */
  List<Boundary> boundaries(Boundary.Phase phase) {
    return boundaries.stream().filter(boundary -> boundary.phase() == phase).toList();
  }

  /** Where requests can be held: everywhere but at the end of operations. */
  List<Boundary> ofRequests() {
    return boundaries.stream().filter(boundary -> boundary.phase() != Boundary.Phase.END).toList();
  }

  /** The name of the snapshot of what stands before. */
  String snapshot() {
    return snapshot(name);
  }

  private static String snapshot(String name) {
    return name.replace(' ', '-');
  }

  /** Some of these, in another order. */
  static <T> List<T> sample(List<T> all, int size, Random random) {
    List<T> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return List.copyOf(shuffled.subList(0, Math.min(size, shuffled.size())));
  }

  /** A first deployment: circuit and network, in an empty subscription. */
  static Scenario fresh(Rig rig, Path directory) throws IOException, InterruptedException {
    rig.admin().reset();
    return undisturbed(rig, "fresh", first(rig, directory));
  }

  /** A changed declaration of a network that stands; both gateways are made anew for it. */
  static Scenario update(Rig rig, Path directory) throws IOException, InterruptedException {
    Job job = standing(rig, directory);
    Path parameters = Declarations.replaced(directory.resolve("changed"));
    return undisturbed(
        rig,
        "update with replacement",
        job.declaring(parameters.toString()).doing(Job.Goal.CREATE_CIRCUIT, Job.Goal.REPLACE));
  }

  /** The end of a network whose circuit the provider has let go. */
  static Scenario destroy(Rig rig, Path directory) throws IOException, InterruptedException {
    Job job = standing(rig, directory);
    rig.admin().provider("ra-hybrid-vpn-er-erc", "NotProvisioned");
    return undisturbed(rig, "destroy", job.doing(Job.Goal.DESTROY));
  }

  private static Job standing(Rig rig, Path directory) throws IOException, InterruptedException {
    rig.admin().reset();
    Job first = first(rig, directory);
    new Goals(first, new RecordedLines()).run();
    return first.on(directory.resolve("later-machine").toString());
  }

  static Job first(Rig rig, Path directory) throws IOException {
    return new Job(
        rig.directory().toString(),
        Declarations.first(directory.resolve("first")).toString(),
        directory.resolve("machine").toString(),
        List.of(Job.Goal.CREATE_CIRCUIT, Job.Goal.DEPLOY),
        0);
  }

  /** What an undisturbed run from what stands now comes to. */
  static Scenario undisturbed(Rig rig, String name, Job job) throws InterruptedException {
    return undisturbed(rig, name, job, new RecordedLines());
  }

  /** The same, and somebody listens. */
  static Scenario undisturbed(Rig rig, String name, Job job, LineWriter listener)
      throws InterruptedException {
    rig.admin().save(snapshot(name));
    Boundary.count(rig);
    try {
      new Goals(job, listener).run();
    } catch (RuntimeException e) {
      throw new IllegalStateException(name + ":\n" + Goals.said(job), e);
    }
    List<Boundary> boundaries = Boundary.counted(rig);
    return new Scenario(name, job, rig.estate(), boundaries);
  }
}
