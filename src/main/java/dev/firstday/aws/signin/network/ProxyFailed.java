package dev.firstday.aws.signin.network;

/** A connection through a proxy that did not come about, or broke: its message names the proxy. */
public final class ProxyFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A failure.
   *
   * @param reason what the machine or the proxy said
   */
  ProxyFailed(ProxyServer proxy, String reason) {
    // What the JDK says of an answer to CONNECT begins with a sentence that says nothing.
    super(
        proxy.shown()
            + ": "
            + reason.replaceFirst(
                "^Unable to tunnel through proxy\\. Proxy returns \"(.*)\"$", "$1"));
  }
}
