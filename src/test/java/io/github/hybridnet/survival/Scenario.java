package io.github.hybridnet.survival;

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

  /** A changed declaration of a network that stands. */
  static Scenario update(Rig rig, Path directory) throws IOException, InterruptedException {
    rig.admin().reset();
    Job first = first(rig, directory);
    new Goals(first, new RecordedLines()).run();
    Path parameters = Declarations.changed(directory.resolve("changed"));
    Job job =
        new Job(
            first.simulator(),
            parameters.toString(),
            directory.resolve("update-machine").toString(),
            first.goals(),
            0);
    return undisturbed(rig, "update", job);
  }

  private static Job first(Rig rig, Path directory) throws IOException {
    return new Job(
        rig.directory().toString(),
        Declarations.first(directory.resolve("first")).toString(),
        directory.resolve("machine").toString(),
        List.of(Job.Goal.CREATE_CIRCUIT, Job.Goal.DEPLOY),
        0);
  }

  private static Scenario undisturbed(Rig rig, String name, Job job) throws InterruptedException {
    rig.admin().save(name);
    Boundary.count(rig);
    new Goals(job, new RecordedLines()).run();
    List<Boundary> boundaries = Boundary.counted(rig);
    return new Scenario(name, job, rig.estate(), boundaries);
  }
}
