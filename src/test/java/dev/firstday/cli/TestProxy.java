package dev.firstday.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** A proxy that makes tunnels, to those who have its password where it has one. */
final class TestProxy implements AutoCloseable {
  /** The heads of all requests, as they came. */
  final Queue<String> requests = new ConcurrentLinkedQueue<>();

  private final Optional<String> login;
  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  TestProxy() throws IOException {
    this(Optional.empty());
  }

  /** A proxy that wants to know who asks: {@code user:password}. */
  TestProxy(Optional<String> login) throws IOException {
    this.login =
        login.map(
            text ->
                "Proxy-Authorization: Basic "
                    + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    Thread.startVirtualThread(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  private void serve() {
    try {
      while (true) {
        Socket caller = door.accept();
        Thread.startVirtualThread(() -> answer(caller));
      }
    } catch (IOException e) {
      return; // It is closed.
    }
  }

  private void answer(Socket caller) {
    try (caller) {
      String head = head(caller.getInputStream());
      requests.add(head);
      if (login.isPresent() && head.lines().noneMatch(login.get()::equalsIgnoreCase)) {
        say(caller, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"");
        return;
      }
      if (!head.startsWith("CONNECT ")) {
        say(caller, "403 Forbidden");
        return;
      }
      String[] target = head.split(" ")[1].split(":");
      try (Socket server = new Socket(target[0], Integer.parseInt(target[1]))) {
        caller.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        Thread back = Thread.startVirtualThread(() -> copy(server, caller));
        copy(caller, server);
        back.join();
      }
    } catch (IOException e) {
      return; // One of them is gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int c = in.read(); c >= 0 && head.indexOf("\r\n\r\n") < 0; c = in.read()) {
      head.append((char) c);
      if (head.indexOf("\r\n\r\n") >= 0) {
        break;
      }
    }
    return head.toString();
  }

  private static void say(Socket caller, String status) throws IOException {
    OutputStream out = caller.getOutputStream();
    out.write(
        ("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      Stream.of(from, to).forEach(TestProxy::end);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      return; // It was closed.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
