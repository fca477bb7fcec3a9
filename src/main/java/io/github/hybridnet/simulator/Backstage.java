package io.github.hybridnet.simulator;

import io.github.hybridnet.simulator.admin.AdminHandler;
import io.github.hybridnet.simulator.admin.AdminSection;
import io.github.hybridnet.simulator.admin.ClockCalls;
import io.github.hybridnet.simulator.admin.DurationCalls;
import io.github.hybridnet.simulator.admin.EventCalls;
import io.github.hybridnet.simulator.admin.FaultCalls;
import io.github.hybridnet.simulator.admin.Journal;
import io.github.hybridnet.simulator.admin.JournalCalls;
import io.github.hybridnet.simulator.admin.StateCalls;
import io.github.hybridnet.simulator.arm.Durations;
import io.github.hybridnet.simulator.arm.Engine;
import io.github.hybridnet.simulator.event.EventLog;
import io.github.hybridnet.simulator.fault.BadRulesException;
import io.github.hybridnet.simulator.fault.Faults;
import io.github.hybridnet.simulator.fault.RuleBook;
import io.github.hybridnet.simulator.fault.RuleSource;
import io.github.hybridnet.simulator.state.SimulatedClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the owner of the simulator sees and steers: events, journal, faults. Never stored. */
final class Backstage {
  private final SimulatedClock clock;
  private final Durations durations;
  private final Engine engine;
  private final EventLog events;
  private final RuleBook rules;
  private final Journal journal;

  /** Listens to the engine from now on, and decides what comes of its operations. */
  Backstage(SimulatedClock clock, Durations durations, Engine engine) {
    this.clock = clock;
    this.durations = durations;
    this.engine = engine;
    this.events = new EventLog(clock);
    this.rules = new RuleBook(clock, events);
    this.journal = new Journal(clock);
    engine.onStateChange(events::add);
    engine.judgedBy(rules);
  }

  /**
   * Begins anew with the rules of a file, or with none, and without requests.
   *
   * @throws SimulatorException names the file and everything that is wrong with it; then all is as
   *     it was
   */
  void begin(Optional<Path> faults) {
    faults.ifPresentOrElse(this::take, rules::clear);
    journal.clear();
  }

  private void take(Path file) {
    try {
      rules.replace(RuleSource.in(file));
    } catch (IOException e) {
      String sentence = "The fault rules in " + file + " cannot be read: ";
      throw new SimulatorException(sentence + StartProblems.why(e) + ".", e);
    } catch (BadRulesException e) {
      String all = e.problems().stream().map(each -> "\n  " + each).collect(Collectors.joining());
      throw new SimulatorException("The fault rules in " + file + " have mistakes:" + all);
    }
  }

  /** What the door needs of it. */
  FrontDoor.Administration administration(
      FrontDoor.Houses houses, SimulatorCredentials credentials, StateCalls states) {
    List<AdminSection> sections =
        List.of(
            new ClockCalls(clock, engine, events),
            new DurationCalls(durations),
            new JournalCalls(journal, engine),
            new EventCalls(events, engine),
            new FaultCalls(rules),
            states);
    Faults.Access access = new Faults.Access(houses.signIn(), houses.refusals());
    return new FrontDoor.Administration(
        new AdminHandler(credentials.adminToken(), engine, sections),
        journal,
        new Faults(rules, engine, clock, access, credentials.clientId()));
  }
}
