package io.github.hybridnet.maven.setup;

import io.github.hybridnet.azure.AzureSession;
import io.github.hybridnet.engine.Cloud;
import io.github.hybridnet.engine.GatewayViews;
import io.github.hybridnet.engine.SignInTerm;
import io.github.hybridnet.engine.guard.ChangeQuestions;
import io.github.hybridnet.failover.DrillCloud;
import io.github.hybridnet.failover.InsideViews;
import io.github.hybridnet.maven.goal.OpenCloud;
import io.github.hybridnet.model.Secret;
import java.util.ArrayList;
import java.util.List;

/** A signed-in session, with what has to be closed after it. */
final class SessionCloud implements OpenCloud {
  private final String name;
  private final AzureSession session;
  private final List<String> notes;
  private final Runnable afterwards;

  /**
   * An open cloud.
   *
   * @param notes what the user should know of it beside where it is
   * @param afterwards run once, when it is closed
   */
  SessionCloud(String name, AzureSession session, List<String> notes, Runnable afterwards) {
    this.name = name;
    this.session = session;
    this.notes = notes;
    this.afterwards = afterwards;
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
    lines.addAll(notes);
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
  public Secret resolve(Secret secret) {
    return session.resolve(secret);
  }

  @Override
  public void close() {
    try {
      session.close();
    } finally {
      afterwards.run();
    }
  }
}
