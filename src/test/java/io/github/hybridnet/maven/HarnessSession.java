package io.github.hybridnet.maven;

import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.mockito.Mockito;

/** The session of the harness, which is a mock, with what goals read of it. */
final class HarnessSession {
  /** A server with a secret that signs. */
  static final String SIGNING_SERVER = "signing";

  private HarnessSession() {}

  static void prepare(MavenSession session) {
    Server server = new Server();
    server.setId(SIGNING_SERVER);
    server.setPassword("at least sixteen characters");
    Settings settings = new Settings();
    settings.addServer(server);
    Mockito.doReturn(settings).when(session).getSettings();
    Mockito.doReturn("root").when(session).getExecutionRootDirectory();
    Mockito.doReturn(new DefaultMavenExecutionRequest()).when(session).getRequest();
  }
}
