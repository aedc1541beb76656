package org.jieti.server.webhooks.domain;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jieti.server.webhooks.WebhookSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks names up, and finds only addresses of the public Internet: a webhook never reaches into
/// the network in which the server stands. It is the look-up of the connection itself, so a name
/// that points elsewhere a moment later is refused too.
@Component
public final class PublicAddresses implements DnsResolver {
    private static final int BYTE = 0xff;

    private final WebhookSettings settings;

    PublicAddresses(WebhookSettings settings) {
        this.settings = settings;
    }

    /// Whether a webhook may lead to an address: by TLS, unless the operator named the host.
    public boolean isAllowed(URI url) {
        String host = url.getHost();
        if (host == null || url.getUserInfo() != null || url.getFragment() != null) {
            return false;
        }
        return isNamed(host) ? isHttp(url) : "https".equals(scheme(url));
    }

    private static boolean isHttp(URI url) {
        return "http".equals(scheme(url)) || "https".equals(scheme(url));
    }

    private static String scheme(URI url) {
        return url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    }

    private boolean isNamed(String host) {
        return settings.privateHosts().contains(host.toLowerCase(Locale.ROOT));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        if (!isNamed(host)) {
            for (InetAddress address : found) {
                if (!isPublic(address)) {
                    throw new UnknownHostException(host + " lies in a private network");
                }
            }
        }
        return found;
    }

    @Override
    public @Nullable String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }

    /// Whether an address is one of the public Internet, by the registries of special addresses
    /// (RFC 6890).
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & BYTE;
        int second = bytes[1] & BYTE;
        return switch (address) {
            case Inet4Address _ ->
                    first != 0
                            && first < 240
                            && !(first == 100 && second >= 64 && second < 128)
                            && !(first == 192 && second == 0 && bytes[2] == 0)
                            && !(first == 198 && (second == 18 || second == 19));
            // Unique local, documentation, NAT64, 6to4 and Teredo, which hide addresses of IPv4.
            case Inet6Address _ ->
                    (first & 0xfe) != 0xfc
                            && !(first == 0x00)
                            && !(first == 0x20 && second == 0x02)
                            && !(first == 0x20 && second == 0x01 && bytes[2] == 0);
            default -> false;
        };
    }
}
