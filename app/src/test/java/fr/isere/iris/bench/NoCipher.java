package fr.isere.iris.bench;

import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.Key;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import org.jspecify.annotations.Nullable;

/** AES-GCM that copies: what remains of the cost of encryption is then its cost. For measuring only. */
final class NoCipher extends Provider {

    private static final long serialVersionUID = 1;

    NoCipher() {
        super("NoCipher", "1", "copies");
        put("Cipher.AES/GCM/NoPadding", Copy.class.getName());
    }

    /** The cipher: the text and 16 bytes for a tag. Public, since a provider makes it by name. */
    public static final class Copy extends CipherSpi {

        private static final int TAG = 16;

        private boolean encrypts;

        @Override
        protected void engineInit(int mode, Key key, SecureRandom random) {
            encrypts = mode == Cipher.ENCRYPT_MODE;
        }

        @Override
        protected void engineInit(int mode, Key key, @Nullable AlgorithmParameterSpec parameters, SecureRandom random) {
            engineInit(mode, key, random);
        }

        @Override
        protected void engineInit(int mode, Key key, @Nullable AlgorithmParameters parameters, SecureRandom random) {
            engineInit(mode, key, random);
        }

        @Override
        protected int engineDoFinal(byte[] input, int offset, int length, byte[] output, int at) {
            int size = engineGetOutputSize(length);
            System.arraycopy(input, offset, output, at, Math.min(size, length));
            return size;
        }

        @Override
        protected byte[] engineDoFinal(byte[] input, int offset, int length) {
            return Arrays.copyOfRange(input, offset, offset + engineGetOutputSize(length));
        }

        @Override
        protected int engineGetOutputSize(int length) {
            return encrypts ? length + TAG : length - TAG;
        }

        @Override
        protected void engineUpdateAAD(byte[] data, int offset, int length) {
            // Nothing is bound.
        }

        @Override
        protected void engineUpdateAAD(ByteBuffer data) {
            // Nothing is bound.
        }

        @Override
        protected byte[] engineUpdate(byte[] input, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int at) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected byte[] engineGetIV() {
            return new byte[12];
        }

        @Override
        protected @Nullable AlgorithmParameters engineGetParameters() {
            return null;
        }

        @Override
        protected int engineGetBlockSize() {
            return TAG;
        }

        @Override
        protected void engineSetMode(String mode) {
            // One mode.
        }

        @Override
        protected void engineSetPadding(String padding) {
            // One padding.
        }
    }
}
