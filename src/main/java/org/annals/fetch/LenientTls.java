package org.annals.fetch;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;

/** TLS with hosts whose certificate is broken and who are read all the same, by the operator's word. What is wrong with the certificate is found out and said. */
final class LenientTls implements TlsSocketStrategy {
    private final TlsSocketStrategy accepting;
    private final X509TrustManager verifying;
    private final DefaultHostnameVerifier names = new DefaultHostnameVerifier();

    LenientTls() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AcceptAll()}, null);
            accepting = new DefaultClientTlsStrategy(
                    context, HostnameVerificationPolicy.CLIENT, NoopHostnameVerifier.INSTANCE);
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            verifying = Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    @Override
    public SSLSocket upgrade(Socket socket, String host, int port, Object attachment, HttpContext context)
            throws IOException {
        return accepting.upgrade(socket, host, port, attachment, context);
    }

    /** What is wrong with the certificate of a connection; empty where nothing is. */
    Optional<String> fault(SSLSession session, String host) {
        try {
            X509Certificate[] chain = chain(session.getPeerCertificates());
            verifying.checkServerTrusted(chain, "UNKNOWN");
            names.verify(host, chain[0]);
            return Optional.empty();
        } catch (CertificateException | SSLException e) {
            return Optional.of(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
    }

    private static X509Certificate[] chain(Certificate[] certificates) throws SSLException {
        X509Certificate[] chain = Arrays.stream(certificates)
                .filter(X509Certificate.class::isInstance)
                .toArray(X509Certificate[]::new);
        if (chain.length == 0) {
            throw new SSLException("no certificate");
        }
        return chain;
    }

    /** The extended kind, since for any other the JDK adds checks of its own. */
    private static final class AcceptAll extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw new CertificateException("there are no clients here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("there are no clients here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("there are no clients here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            // accepted; fault() tells what is wrong
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // accepted; fault() tells what is wrong
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // accepted; fault() tells what is wrong
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
