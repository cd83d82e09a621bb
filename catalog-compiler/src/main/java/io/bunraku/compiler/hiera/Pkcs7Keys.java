// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.hiera.EyamlDecryptor.DecryptionException;
import io.bunraku.compiler.loader.VersionFiles;
import io.bunraku.compiler.value.Undef;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyTransRecipientId;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.bc.BcRSAKeyTransEnvelopedRecipient;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.jspecify.annotations.Nullable;

/** PKCS7 as hiera-eyaml has it: an RSA key and the certificate that names the recipient. */
final class Pkcs7Keys {

  /**
   * Where the two keys of a level are.
   *
   * @param privateKey a file, or null
   * @param publicKey a file, or null
   * @param privateVariable an environment variable, which wins when it is set, or null
   * @param publicVariable likewise
   */
  record Places(
      @Nullable String privateKey,
      @Nullable String publicKey,
      @Nullable String privateVariable,
      @Nullable String publicVariable) {

    static Places of(Map<?, ?> options) {
      return new Places(
          text(options.get("pkcs7_private_key")),
          text(options.get("pkcs7_public_key")),
          text(options.get("pkcs7_private_key_env_var")),
          text(options.get("pkcs7_public_key_env_var")));
    }

    private static @Nullable String text(@Nullable Object option) {
      return option == null || option == Undef.UNDEF || option.equals(false)
          ? null
          : String.valueOf(option);
    }
  }

  private record Pair(AsymmetricKeyParameter privateKey, X509CertificateHolder certificate) {}

  private final VersionFiles files;
  private final Map<Places, Pair> pairs = new ConcurrentHashMap<>();

  Pkcs7Keys(VersionFiles files) {
    this.files = files;
  }

  /** Decrypts one message. */
  byte[] decrypt(Places places, byte[] message) throws DecryptionException {
    Pair pair = pairs.get(places);
    if (pair == null) {
      pair = read(places);
      pairs.put(places, pair);
    }
    CMSEnvelopedData data;
    try {
      data = new CMSEnvelopedData(message);
    } catch (CMSException | RuntimeException e) {
      throw new DecryptionException("Could not parse the PKCS7: no start line");
    }
    X509CertificateHolder certificate = pair.certificate();
    RecipientInformation recipient =
        data.getRecipientInfos()
            .get(new KeyTransRecipientId(certificate.getIssuer(), certificate.getSerialNumber()));
    if (recipient == null) {
      throw new DecryptionException("decrypt error");
    }
    try {
      return recipient.getContent(new BcRSAKeyTransEnvelopedRecipient(pair.privateKey()));
    } catch (CMSException | RuntimeException e) {
      throw new DecryptionException("decrypt error");
    }
  }

  private Pair read(Places places) throws DecryptionException {
    if (places.publicKey() == null && places.publicVariable() == null) {
      throw new DecryptionException("pkcs7_public_key is not defined");
    }
    if (places.privateKey() == null && places.privateVariable() == null) {
      throw new DecryptionException("pkcs7_private_key is not defined");
    }
    AsymmetricKeyParameter key = key(text(places.privateKey(), places.privateVariable()));
    X509CertificateHolder certificate =
        certificate(text(places.publicKey(), places.publicVariable()));
    if (!modulus(key).equals(modulus(publicKey(certificate)))) {
      throw new DecryptionException("private key does not match certificate");
    }
    return new Pair(key, certificate);
  }

  private static BigInteger modulus(@Nullable AsymmetricKeyParameter key) {
    return key instanceof RSAKeyParameters rsa ? rsa.getModulus() : BigInteger.ZERO;
  }

  private static @Nullable AsymmetricKeyParameter publicKey(X509CertificateHolder certificate) {
    try {
      return PublicKeyFactory.createKey(certificate.getSubjectPublicKeyInfo());
    } catch (IOException e) {
      return null;
    }
  }

  private String text(@Nullable String file, @Nullable String variable) throws DecryptionException {
    String value = variable == null ? null : System.getenv(variable);
    if (value != null) {
      return value;
    }
    if (file == null) {
      throw new DecryptionException("no implicit conversion of nil into String");
    }
    try {
      String text = files.read(Path.of(file).toAbsolutePath().normalize());
      if (text == null) {
        throw new DecryptionException("No such file or directory @ rb_sysopen - " + file);
      }
      return text;
    } catch (UncheckedIOException e) {
      throw new DecryptionException("Permission denied @ rb_sysopen - " + file);
    }
  }

  private static AsymmetricKeyParameter key(String pem) throws DecryptionException {
    AsymmetricKeyParameter key = null;
    try {
      PrivateKeyInfo info =
          switch (object(pem)) {
            case PEMKeyPair pair -> pair.getPrivateKeyInfo();
            case PrivateKeyInfo direct -> direct;
            case null, default -> null;
          };
      key = info == null ? null : PrivateKeyFactory.createKey(info);
    } catch (IOException | RuntimeException e) {
      // said below: the cause would show a part of the key
    }
    if (!(key instanceof RSAKeyParameters)) {
      throw new DecryptionException("Neither PUB key nor PRIV key: unsupported");
    }
    return key;
  }

  private static X509CertificateHolder certificate(String pem) throws DecryptionException {
    try {
      if (object(pem) instanceof X509CertificateHolder certificate) {
        return certificate;
      }
    } catch (IOException | RuntimeException e) {
      // said below
    }
    throw new DecryptionException("PEM_read_bio_X509: no start line");
  }

  private static @Nullable Object object(String pem) throws IOException {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      return parser.readObject();
    }
  }
}
