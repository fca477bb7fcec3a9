package io.github.hybridnet.maven.setup;

import io.github.hybridnet.azure.AzureSession;
import io.github.hybridnet.engine.Cloud;
import io.github.hybridnet.engine.GatewayViews;
import io.github.hybridnet.engine.SignInTerm;
import io.github.hybridnet.engine.guard.ChangeQuestions;
import io.github.hybridnet.failover.DrillCloud;
import io.github.hybridnet.failover.InsideViews;
import io.github.hybridnet.maven.goal.OpenCloud;
import io.github.hybridnet.maven.goal.SimulatedPace;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ResourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A signed-in session, with what has to be closed after it. */
final class SessionCloud implements OpenCloud {
  private final String name;
  private final AzureSession session;
  private final Beside beside;

  /**
   * What a cloud has beside its session.
   *
   * @param notes what the user should know of it beside where it is
   * @param provider tells the provider that is played with it which circuit is to go
   * @param afterwards run once, when it is closed
   * @param pace arranges a drill's surroundings for a virtual network
   */
  record Beside(
      List<String> notes,
      Consumer<ResourceKey> provider,
      Runnable afterwards,
      Function<String, Optional<SimulatedPace>> pace) {
    /** A real cloud has nothing. */
    static final Beside NOTHING =
        new Beside(List.of(), circuit -> {}, () -> {}, network -> Optional.empty());
  }

  SessionCloud(String name, AzureSession session, Beside beside) {
    this.name = name;
    this.session = session;
    this.beside = beside;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String endpoint() {
    return session.endpoint();
  }

  @Override
  public String subscriptionId() {
    return session.subscriptionId();
  }

  @Override
  public List<String> banner() {
    List<String> lines = new ArrayList<>(session.describe().lines());
    lines.addAll(beside.notes());
    return lines;
  }

  @Override
  public SignInTerm signIn() {
    return session.signIn();
  }

  @Override
  public Cloud cloud() {
    return session.cloud();
  }

  @Override
  public Optional<List<String>> zonesOf(Region region) {
    return session.zonesOf(region);
  }

  @Override
  public GatewayViews views() {
    return session.views();
  }

  @Override
  public ChangeQuestions questions() {
    return session.questions();
  }

  @Override
  public DrillCloud drills() {
    return session.drills();
  }

  @Override
  public InsideViews inside() {
    return session.inside();
  }

  @Override
  public void tellProvider(ResourceKey circuit) {
    beside.provider().accept(circuit);
  }

  @Override
  public Secret resolve(Secret secret) {
    return session.resolve(secret);
  }

  @Override
  public Optional<SimulatedPace> paceFor(String network) {
    return beside.pace().apply(network);
  }

  @Override
  public void close() {
    try {
      session.close();
    } finally {
      beside.afterwards().run();
    }
  }
}
