package org.accordledger.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/** Java's resolver of names, writing down what it is asked; found through META-INF/services. */
public final class NamesAsked extends InetAddressResolverProvider {
  private static final Set<String> ASKED = new ConcurrentSkipListSet<>();

  static void forget() {
    ASKED.clear();
  }

  static Set<String> asked() {
    return new TreeSet<>(ASKED);
  }

  @Override
  public InetAddressResolver get(Configuration configuration) {
    InetAddressResolver builtin = configuration.builtinResolver();
    return new InetAddressResolver() {
      @Override
      public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
          throws UnknownHostException {
        ASKED.add(host);
        if (host.endsWith(".invalid")) {
          // reserved never to exist (RFC 2606): no need to ask anybody
          throw new UnknownHostException(host);
        }
        return builtin.lookupByName(host, policy);
      }

      @Override
      public String lookupByAddress(byte[] address) throws UnknownHostException {
        return builtin.lookupByAddress(address);
      }
    };
  }

  @Override
  public String name() {
    return "names asked";
  }
}
