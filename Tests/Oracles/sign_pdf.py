"""Signs a PDF as a signing program does: appended to the file, with the certificate in the signature.

usage: sign_pdf.py SOURCE TARGET KEY CERTIFICATE FIELD
"""

import sys

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers

source, target, key, certificate, field = sys.argv[1:]
signer = signers.SimpleSigner.load(key, certificate)
with open(source, "rb") as unsigned, open(target, "wb") as signed:
    writer = IncrementalPdfFileWriter(unsigned)
    signers.sign_pdf(writer, signers.PdfSignatureMetadata(field_name=field), signer=signer, output=signed)
